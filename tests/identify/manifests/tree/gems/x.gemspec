Gem::Specification.new do |spec|
  spec.add_dependency "bunny", "~> 2"
  spec.add_development_dependency("dalli")
end
