using System.Text.Json;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary>The verbs of what is known and of copies: what they print, how they end, and what they say to those who hold them wrong.</summary>
public sealed class KnowingVerbTests
{
    private const string None = "00000000-0000-0000-0000-000000000000";

    [Theory]
    [InlineData("remember")]
    [InlineData("recall")]
    [InlineData("correct")]
    [InlineData("correct " + None)]
    [InlineData("corrections take-back")]
    [InlineData("corrections take-back x")]
    [InlineData("corrections show")]
    [InlineData("record")]
    [InlineData("record show")]
    [InlineData("clients all")]
    [InlineData("forget")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("import")]
    [InlineData("import --from")]
    public async Task Verb_HeldWrong_EndsInTwoWithOneSentence(string line)
    {
        using var folder = new HostFolder();
        var run = await InProcess.RunAsync(folder.Work, line.Split(' '));

        run.MustEndIn(2);
        Assert.Empty(run.Output);
        Sentence.MustBeOne(run.Errors);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Remember_AText_IsFoundByTheNextRecall(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        var said = (await folder.VerbAsync("remember", "The", "landlord wants the rent on the third.", "--json")).MustEndIn(0).Json;

        var found = (await folder.VerbAsync("recall", "when is the rent due?", "--json")).MustEndIn(0).Json.GetProperty("found");

        Assert.True(said.GetProperty("accepted").GetBoolean());
        var one = Assert.Single(found.EnumerateArray());
        Assert.Equal(("The landlord wants the rent on the third.", "note", "operator"), (one.GetProperty("text").GetString(), one.GetProperty("kind").GetString(), one.GetProperty("provenance").GetString()));
        Assert.Contains(one.GetProperty("id").GetString()!, said.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Contains("landlord", (await folder.VerbAsync("recall", "rent")).MustEndIn(0).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Verb_WithWhatIsNotThere_EndsInOneOrTwoWithOneSentence(bool hosted)
    {
        using var folder = new HostFolder();
        await using var host = hosted ? await folder.ServeAsync() : null;
        Directory.CreateDirectory(Path.Combine(folder.Work, "full"));
        folder.Write("full/a.txt", "a");
        (int Code, string[] Line)[] wrong =
        [
            (1, ["remember", "  "]),
            (1, ["correct", None, "complaint"]),
            (2, ["correct", None, "nonsense"]),
            (2, ["correct", "nonsense", "complaint"]),
            (1, ["corrections", "take-back", "99"]),
            (1, ["record", "show", "client/nobody"]),
            (2, ["record", "show", "nobody"]),
            (1, ["forget", "nobody"]),
            (1, ["forget", "client/nobody", "--yes"]),
            (1, ["backup", "--out", "full"]),
            (1, ["import", "--from", "none"]),
            (1, ["restore", "--from", "none"]),
        ];
        foreach (var (code, line) in wrong)
        {
            var run = await folder.VerbAsync(line);
            Assert.True(code == run.ExitCode && run.Output.Length == 0, $"{string.Join(' ', line)} ended in {run.ExitCode}: {run.Output}\n{run.Errors}");
            Sentence.MustBeOne(run.Errors);
        }
    }

    [Fact]
    public async Task Verb_WithJson_PrintsOneObjectAlsoWhereThereIsNothing()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();

        Assert.True((await folder.VerbAsync("clients", "--json")).MustEndIn(0).Json.GetProperty("done").GetBoolean());
        Assert.True((await folder.VerbAsync("invoices", "--json")).MustEndIn(0).Json.GetProperty("done").GetBoolean());
        Assert.Empty((await folder.VerbAsync("corrections", "--json")).MustEndIn(0).Json.GetProperty("corrections").EnumerateArray());
        Assert.Empty((await folder.VerbAsync("recall", "anything", "--json")).MustEndIn(0).Json.GetProperty("found").EnumerateArray());
        Assert.False((await folder.VerbAsync("record", "show", "client/nobody", "--json")).MustEndIn(1).Json.GetProperty("done").GetBoolean());
        Assert.False((await folder.VerbAsync("forget", "nobody", "--json")).MustEndIn(1).Json.GetProperty("forgotten").GetBoolean());
        Assert.False((await folder.VerbAsync("corrections", "take-back", "99", "--json")).MustEndIn(1).Json.GetProperty("accepted").GetBoolean());
        var backup = (await folder.VerbAsync("backup", "--out", "copy", "--json")).MustEndIn(0).Json;
        Assert.Equal((JsonValueKind.Number, false), (backup.GetProperty("position").ValueKind, backup.GetProperty("key").GetBoolean()));
    }
}
