using AiOs.Bot.CommandLine;
using AiOs.Bot.Composition;
using AiOs.KillHost;

// The real host, which ends itself at the boundary in KILLHOST_AT or at the one it is told later; with --control it does its work in the wrong order, and with
// KILLHOST_TOOLS, a file, its agent drafts calls of the tools that are named there.
var boundary = new KillAtCrossing(Environment.GetEnvironmentVariable("KILLHOST_AT") ?? "0");
_ = Orders.HearAsync(new StreamReader(Console.OpenStandardInput()), Console.Out, boundary);
var parts = new HostParts(Directory.GetCurrentDirectory(), services => KillParts.Add(services, boundary, control: args.Contains("--control")));
return await Cli.RunAsync([.. args.Where(arg => arg != "--control")], Console.Out, Console.Error, parts);
