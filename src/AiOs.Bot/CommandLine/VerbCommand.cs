using System.CommandLine;
using AiOs.Bot.Verbs;

namespace AiOs.Bot.CommandLine;

/// <summary>One verb as a command: what it takes, and <c>--json</c>.</summary>
internal static class VerbCommand
{
    public static Command Make(
        VerbCaller caller, string verb, string description, IReadOnlyList<Argument> arguments, IReadOnlyList<Option> options, Func<ParseResult, VerbRequest, VerbRequest> read, string? name = null)
    {
        var command = new Command(name ?? verb, description);
        foreach (var argument in arguments)
        {
            command.Arguments.Add(argument);
        }

        foreach (var option in options)
        {
            command.Options.Add(option);
        }

        Run(command, caller, verb, read);
        return command;
    }

    /// <summary>Lets a command that has others below it do a verb by itself.</summary>
    public static void Run(Command command, VerbCaller caller, string verb, Func<ParseResult, VerbRequest, VerbRequest> read)
    {
        var json = new Option<bool>("--json") { Description = "Print one JSON object." };
        command.Options.Add(json);
        command.SetAction((parsed, stop) => caller.CallAsync(read(parsed, new VerbRequest { Verb = verb, Json = parsed.GetValue(json) }), stop));
    }
}
