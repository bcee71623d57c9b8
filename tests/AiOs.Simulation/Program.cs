using AiOs.Simulation.CommandLine;

return Cli.Run(args, Console.Out, Console.Error);
