using System.CommandLine;
using AiOs.Bot.Chat;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>Every verb and what it takes.</summary>
internal static class CliCommands
{
    public static RootCommand Make(VerbCaller caller)
    {
        var root = new RootCommand("AiOs: an AI operating system workspace for a one-person company.");
        root.SetAction((_, stop) => caller.ServeAsync(stop));
        root.Subcommands.Add(Serve(caller));
        root.Subcommands.Add(Intake(caller));
        root.Subcommands.Add(Approve(caller));
        root.Subcommands.Add(Reject(caller));
        root.Subcommands.Add(Show(caller));
        root.Subcommands.Add(ControlCommands.Undo(caller));
        root.Subcommands.Add(CorrectionCommands.Correct(caller));
        root.Subcommands.Add(CorrectionCommands.Corrections(caller));
        root.Subcommands.Add(ControlCommands.Why(caller));
        root.Subcommands.Add(ControlCommands.Policy(caller));
        root.Subcommands.Add(ControlCommands.Autonomy(caller));
        root.Subcommands.Add(Plain(caller, VerbNames.Budget, "Show how far each cap is used."));
        root.Subcommands.Add(Plain(caller, VerbNames.Freeze, "Stop every effect at once, on every host that shares the store."));
        root.Subcommands.Add(Plain(caller, VerbNames.Resume, "Let effects run again."));
        root.Subcommands.Add(ControlCommands.Remember(caller));
        root.Subcommands.Add(ControlCommands.Recall(caller));
        foreach (var command in RecordCommands.Make(caller))
        {
            root.Subcommands.Add(command);
        }

        root.Subcommands.Add(PairingCommands.Pair(caller));
        root.Subcommands.Add(PairingCommands.Devices(caller));
        root.Subcommands.Add(Journal(caller));
        root.Subcommands.Add(CopyCommands.Export(caller));
        root.Subcommands.Add(CopyCommands.Import(caller));
        root.Subcommands.Add(CopyCommands.Backup(caller));
        root.Subcommands.Add(CopyCommands.Restore(caller));
        root.Subcommands.Add(CopyCommands.Forget(caller));
        root.Subcommands.Add(Plain(caller, VerbNames.Rebuild, "Make every projection anew from the journal; needs the host stopped."));
        root.Subcommands.Add(Doctor(caller));
        return root;
    }

    private static Command Serve(VerbCaller caller)
    {
        var command = new Command(VerbNames.Serve, "Start the host (the default).");
        command.SetAction((_, stop) => caller.ServeAsync(stop));
        return command;
    }

    private static Command Intake(VerbCaller caller)
    {
        var file = new Argument<string>("file") { Description = "A mail as .eml, raw or forwarded; - reads standard input." };
        return VerbCommand.Make(caller, VerbNames.Intake, "Take one message through to its gate.", [file], [], (parsed, request) => request with { File = parsed.GetValue(file) });
    }

    private static Command Approve(VerbCaller caller)
    {
        var items = new Argument<string[]>("workitem") { Description = "The work item's id; several are approved each by itself.", Arity = ArgumentArity.OneOrMore };
        var digest = new Option<string?>("--digest") { Description = "The digest that was shown; nothing else is approved." };
        var confirm = new Option<string?>("--confirm") { Description = "What the card asks you to type, such as \"1200.00 EUR\"." };
        return VerbCommand.Make(caller, VerbNames.Approve, "Approve what a work item proposes.", [items], [digest, confirm], (parsed, request) => request with
        {
            WorkItem = parsed.GetValue(items)![0],
            More = parsed.GetValue(items)![1..],
            Digest = parsed.GetValue(digest),
            Confirm = parsed.GetValue(confirm),
        });
    }

    private static Command Reject(VerbCaller caller)
    {
        var item = WorkItem();
        var digest = new Option<string?>("--digest") { Description = "The digest that was shown." };
        var reason = new Option<string?>("--reason") { Description = "Why; kept with the decision." };
        return VerbCommand.Make(
            caller,
            VerbNames.Reject,
            "Reject what a work item proposes.",
            [item],
            [digest, reason],
            (parsed, request) => request with { WorkItem = parsed.GetValue(item), Digest = parsed.GetValue(digest), Reason = parsed.GetValue(reason) });
    }

    private static Command Show(VerbCaller caller)
    {
        var item = WorkItem();
        return VerbCommand.Make(caller, VerbNames.Show, "Show a work item, why it stands as it does, and its whole story.", [item], [], (parsed, request) => request with { WorkItem = parsed.GetValue(item) });
    }

    private static Command Journal(VerbCaller caller)
    {
        var from = new Option<string?>("--from") { Description = "The folder of an export; without it the workspace's own journal is checked." };
        var command = new Command("journal", "Check the journal.");
        command.Subcommands.Add(VerbCommand.Make(caller, VerbNames.Verify, "Check every commit, every link and the signed head.", [], [from], (parsed, request) => request with { Folder = parsed.GetValue(from) }));
        return command;
    }

    private static Command Doctor(VerbCaller caller)
    {
        var live = new Option<bool>("--live") { Description = "Only ask the running host whether it lives." };
        return VerbCommand.Make(caller, VerbNames.Doctor, "Check every configured part for real.", [], [live], (parsed, request) => request with { Live = parsed.GetValue(live) });
    }

    private static Command Plain(VerbCaller caller, string name, string description) => VerbCommand.Make(caller, name, description, [], [], (_, request) => request);

    public static Argument<string> WorkItem() => new("workitem") { Description = "The work item's id." };
}
