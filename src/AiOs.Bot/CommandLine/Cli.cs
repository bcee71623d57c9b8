using System.CommandLine;
using AiOs.Bot.Composition;
using AiOs.Bot.Verbs;
using AiOs.Contracts;

namespace AiOs.Bot.CommandLine;

/// <summary>The command line: <c>serve</c> starts the host, every other verb is done by a running host or, where there is none, here.</summary>
internal static class Cli
{
    /// <summary>Runs one command line.</summary>
    /// <returns>0 done, 1 found wrong, 2 bad usage or configuration.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, HostParts? parts = null)
    {
        var commands = CliCommands.Make(new VerbCaller(output, errors, parts ?? HostParts.Default));
        var parsed = commands.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            await errors.WriteLineAsync($"{parsed.Errors[0].Message} Run with --help to see the verbs.");
            return VerbResult.BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (ConfigurationException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return VerbResult.BadUsage;
        }
        catch (AiOsException fault)
        {
            await errors.WriteLineAsync(fault.Message);
            return VerbResult.FoundWrong;
        }
    }
}
