using System.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>The verbs that put something right.</summary>
internal static class CorrectionCommands
{
    public static Command Correct(VerbCaller caller)
    {
        var item = CliCommands.WorkItem();
        var category = new Argument<string>("category") { Description = "What the message really is, such as inquiry or invoice." };
        return VerbCommand.Make(
            caller,
            VerbNames.Correct,
            "Say what a message really is; the next one like it is taken for that.",
            [item, category],
            [],
            (parsed, request) => request with { WorkItem = parsed.GetValue(item), Category = parsed.GetValue(category) });
    }

    public static Command Corrections(VerbCaller caller)
    {
        var command = new Command(VerbNames.Corrections, "List what you put right.");
        VerbCommand.Run(command, caller, VerbNames.Corrections, (_, request) => request);
        var number = new Argument<long>("number") { Description = "The number that 'corrections' lists." };
        command.Subcommands.Add(VerbCommand.Make(
            caller, VerbNames.CorrectionsTakeBack, "Take a correction back; it counts no more.", [number], [], (parsed, request) => request with { Number = parsed.GetValue(number) }, "take-back"));
        return command;
    }
}
