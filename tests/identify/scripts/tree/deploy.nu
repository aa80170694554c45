# helm uninstall is not called here
def main [] {
  ^talosctl apply-config --insecure
  print "use terraform apply yourself"
}
