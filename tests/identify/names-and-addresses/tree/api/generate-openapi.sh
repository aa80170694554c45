buf generate
