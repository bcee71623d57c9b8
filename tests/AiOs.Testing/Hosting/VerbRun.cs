using System.Text.Json;
using Xunit;

namespace AiOs.Testing.Hosting;

/// <summary>How a verb ended and what it said.</summary>
public sealed record VerbRun(int ExitCode, string Output, string Errors)
{
    /// <summary>What it printed with <c>--json</c>: one object and nothing beside it.</summary>
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }

    public VerbRun MustEndIn(int code)
    {
        Assert.True(ExitCode == code, $"exit code {ExitCode}, not {code}\nstdout:\n{Output}\nstderr:\n{Errors}");
        return this;
    }
}
