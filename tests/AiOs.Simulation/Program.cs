using AiOs.Simulation.CommandLine;

return await Cli.RunAsync(args, Console.Out, Console.Error, CancellationToken.None);
