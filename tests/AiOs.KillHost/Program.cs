using System.Globalization;
using AiOs.Bot.CommandLine;
using AiOs.Bot.Composition;
using AiOs.KillHost;

// The real host, which ends itself at the boundary whose number is in KILLHOST_AT; with --control it does its work in the wrong order.
var at = int.Parse(Environment.GetEnvironmentVariable("KILLHOST_AT") ?? "0", CultureInfo.InvariantCulture);
var parts = new HostParts(Directory.GetCurrentDirectory(), services => KillParts.Add(services, at, control: args.Contains("--control")));
return await Cli.RunAsync([.. args.Where(arg => arg != "--control")], Console.Out, Console.Error, parts);
