using System.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>The verbs that read Records.</summary>
internal static class RecordCommands
{
    public static IEnumerable<Command> Make(VerbCaller caller)
    {
        yield return VerbCommand.Make(caller, VerbNames.Clients, "List the clients, and which of them may be the same.", [], [], (_, request) => request);
        yield return VerbCommand.Make(caller, VerbNames.Invoices, "List the invoices, those not paid first.", [], [], (_, request) => request);
        var record = new Command("record", "Look at a Record.");
        record.Subcommands.Add(Show(caller));
        yield return record;
    }

    private static Command Show(VerbCaller caller)
    {
        var id = new Argument<string>("record") { Description = "The Record's id as TYPE/KEY, such as client/berg." };
        var history = new Option<bool>("--history") { Description = "All that each field ever said: from when until when, why, and by which effect." };
        var at = new Option<string?>("--at") { Description = "What held on a day (2026-11-24), or at a moment (2026-11-24T10:00+01:00)." };
        return VerbCommand.Make(
            caller,
            VerbNames.RecordShow,
            "Show a Record as it holds now, or as it held.",
            [id],
            [history, at],
            (parsed, request) => request with { Record = parsed.GetValue(id), History = parsed.GetValue(history), At = parsed.GetValue(at) },
            "show");
    }
}
