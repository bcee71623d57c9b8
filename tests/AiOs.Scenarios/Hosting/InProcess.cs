using AiOs.Bot.CommandLine;
using AiOs.Bot.Composition;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Hosting;

/// <summary>The real command line inside the test's process: for the many short runs whose process would be most of their time.</summary>
public static class InProcess
{
    public static async Task<VerbRun> RunAsync(string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await Cli.RunAsync(arguments, output, errors, new HostParts(folder, _ => { })).WaitAsync(HostFolder.Patience, TimeProvider.System);
        return new VerbRun(code, output.ToString().TrimEnd('\n'), errors.ToString().TrimEnd('\n'));
    }
}
