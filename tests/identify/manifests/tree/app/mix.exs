defp deps do
  [
    {:absinthe, "~> 1.7"},
    # {:postgrex, "~> 0.2"},
  ]
end
