import EvaluateCommand

Program.main()
