using System.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>The verbs that hold the workspace.</summary>
internal static class ControlCommands
{
    private const int UsualDays = 30;
    private const int MostDays = 3650;

    public static Command Undo(VerbCaller caller)
    {
        var item = CliCommands.WorkItem();
        return VerbCommand.Make(caller, VerbNames.Undo, "Take back what was done, as far as it can be.", [item], [], (parsed, request) => request with { WorkItem = parsed.GetValue(item) });
    }

    public static Command Why(VerbCaller caller)
    {
        var item = CliCommands.WorkItem();
        return VerbCommand.Make(caller, VerbNames.Why, "Say why a work item stands as it does: the rule, its facts, and what would have had to be different.", [item], [], (parsed, request) => request with { WorkItem = parsed.GetValue(item) });
    }

    public static Command Policy(VerbCaller caller)
    {
        var command = new Command("policy", "Look at the policy, or try another one.");
        command.Subcommands.Add(VerbCommand.Make(caller, VerbNames.PolicyShow, "Show the policy in force.", [], [], (_, request) => request, "show"));
        command.Subcommands.Add(Try(caller));
        return command;
    }

    public static Command Autonomy(VerbCaller caller)
    {
        var command = new Command(VerbNames.Autonomy, "List what runs unasked and what is offered.");
        VerbCommand.Run(command, caller, VerbNames.Autonomy, (_, request) => request);
        command.Subcommands.Add(Class(caller, VerbNames.AutonomyAccept, "accept", "Accept an open offer."));
        command.Subcommands.Add(Class(caller, VerbNames.AutonomyRevoke, "revoke", "Take autonomy back, or turn an offer down."));
        return command;
    }

    public static Command Remember(VerbCaller caller) => Words(caller, VerbNames.Remember, "text", "Keep a note in your own words.", "What to remember.");

    public static Command Recall(VerbCaller caller) => Words(caller, VerbNames.Recall, "words", "Search memory, by words and by meaning.", "What to look for.");

    private static Command Words(VerbCaller caller, string verb, string name, string description, string what)
    {
        var words = new Argument<string[]>(name) { Description = what, Arity = ArgumentArity.OneOrMore };
        return VerbCommand.Make(caller, verb, description, [words], [], (parsed, request) => request with { Text = string.Join(' ', parsed.GetValue(words)!) });
    }

    private static Command Try(VerbCaller caller)
    {
        var file = new Argument<string>("file") { Description = "A draft policy; - reads standard input." };
        var days = new Option<int>("--days") { Description = "How many days back.", DefaultValueFactory = _ => UsualDays };
        days.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && (!int.TryParse(token.Value, out var given) || given is < 1 or > MostDays))
            {
                result.AddError($"--days is '{token.Value}'; give 1 to {MostDays} days.");
            }
        });
        return VerbCommand.Make(
            caller,
            VerbNames.PolicyTry,
            "Hold what was judged lately against a draft policy; sends and changes nothing.",
            [file],
            [days],
            (parsed, request) => request with { File = parsed.GetValue(file), Days = parsed.GetValue(days) },
            "try");
    }

    private static Command Class(VerbCaller caller, string verb, string name, string description)
    {
        var which = new Argument<string>("class") { Description = "The class as 'autonomy' lists it." };
        return VerbCommand.Make(caller, verb, description, [which], [], (parsed, request) => request with { Class = parsed.GetValue(which) }, name);
    }
}
