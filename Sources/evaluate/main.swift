import EvaluateCommand

EvaluateProgram.main()
