using System.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>The verbs that write copies, put them back, and forget people.</summary>
internal static class CopyCommands
{
    public static Command Export(VerbCaller caller)
    {
        var folder = Out();
        var plain = new Option<bool>("--plain") { Description = "Add copies that anybody can read." };
        return VerbCommand.Make(caller, VerbNames.Export, "Write everything out.", [], [folder, plain], (parsed, request) => request with { Folder = parsed.GetValue(folder), Plain = parsed.GetValue(plain) });
    }

    public static Command Import(VerbCaller caller)
    {
        var from = From("The folder of an export.");
        return VerbCommand.Make(caller, VerbNames.Import, "Fill an empty store from an export; needs the host stopped. Nothing leaves before 'resume'.", [], [from], (parsed, request) => request with { Folder = parsed.GetValue(from) });
    }

    public static Command Backup(VerbCaller caller)
    {
        var folder = Out();
        var key = new Option<bool>("--with-key") { Description = "Put the workspace key into it too; whoever has the folder can then read everything." };
        return VerbCommand.Make(caller, VerbNames.Backup, "Write a backup; the host may run.", [], [folder, key], (parsed, request) => request with { Folder = parsed.GetValue(folder), WithKey = parsed.GetValue(key) });
    }

    public static Command Restore(VerbCaller caller)
    {
        var from = From("The folder of a backup or an export.");
        return VerbCommand.Make(caller, VerbNames.Restore, "Put a backup back; a store that is there is put aside. Needs the host stopped. Nothing leaves before 'resume'.", [], [from], (parsed, request) => request with { Folder = parsed.GetValue(from) });
    }

    public static Command Forget(VerbCaller caller)
    {
        var who = new Argument<string>("who") { Description = "A mail address, or a Record such as client/berg for all its addresses." };
        var yes = new Option<bool>("--yes") { Description = "Really do it; without it only what would be forgotten is shown." };
        return VerbCommand.Make(caller, VerbNames.Forget, "Forget a person for good.", [who], [yes], (parsed, request) => request with { Who = parsed.GetValue(who), Yes = parsed.GetValue(yes) });
    }

    private static Option<string> Out() => new("--out") { Description = "A new or empty folder.", Required = true };

    private static Option<string> From(string description) => new("--from") { Description = description, Required = true };
}
