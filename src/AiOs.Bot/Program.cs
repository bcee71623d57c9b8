using AiOs.Bot.CommandLine;

return await Cli.RunAsync(args, Console.Out, Console.Error);
