using System.CommandLine;
using AiOs.Bot.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.Chat;

/// <summary>The verbs about who is the operator.</summary>
internal static class PairingCommands
{
    public static Command Pair(VerbCaller caller)
    {
        var channel = new Argument<string>("channel") { Description = "telegram or teams." };
        return VerbCommand.Make(caller, VerbNames.Pair, "Make a one-time code that pairs one more sender in a chat service.", [channel], [], (parsed, request) => request with { Text = parsed.GetValue(channel) });
    }

    public static Command Devices(VerbCaller caller)
    {
        var command = new Command(VerbNames.Devices, "List who is the operator in chat services.");
        VerbCommand.Run(command, caller, VerbNames.Devices, (_, request) => request);
        var number = new Argument<long>("number") { Description = "The number that 'devices' lists." };
        command.Subcommands.Add(VerbCommand.Make(
            caller, VerbNames.DevicesRevoke, "End it for one of them at once.", [number], [], (parsed, request) => request with { Number = parsed.GetValue(number) }, "revoke"));
        return command;
    }
}
