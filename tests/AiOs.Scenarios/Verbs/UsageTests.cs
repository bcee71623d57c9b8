using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Verbs;

/// <summary>What the command line says to those who hold it wrong.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("nonsense")]
    [InlineData("intake")]
    [InlineData("intake a.eml b.eml")]
    [InlineData("approve")]
    [InlineData("approve nonsense")]
    [InlineData("approve 00000000000000000000000000000000 --digest")]
    [InlineData("export")]
    [InlineData("journal")]
    [InlineData("journal mend")]
    [InlineData("serve --port 80")]
    [InlineData("doctor --lively")]
    public async Task Verb_HeldWrong_EndsInTwoWithOneSentence(string line)
    {
        using var folder = new HostFolder();
        var run = await InProcess.RunAsync(folder.Work, line.Split(' '));

        run.MustEndIn(2);
        Assert.Empty(run.Output);
        Sentence.MustBeOne(run.Errors);
    }

    [Theory]
    [InlineData("--help", "serve")]
    [InlineData("intake --help", "--json")]
    [InlineData("journal verify --help", "--from")]
    [InlineData("--version", "1")]
    public async Task Verb_AskedForHelp_GivesIt(string line, string word)
    {
        using var folder = new HostFolder();
        var run = await InProcess.RunAsync(folder.Work, line.Split(' '));

        Assert.Contains(word, run.MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.Empty(run.Errors);
    }

    [Fact]
    public async Task Intake_FileThatIsNotThere_SaysSo()
    {
        using var folder = new HostFolder();
        Sentence.MustBeOne((await folder.VerbAsync("intake", "none.eml")).MustEndIn(1).Errors, "none.eml", "no such file");
        Sentence.MustBeOne((await folder.VerbAsync("intake", ".")).MustEndIn(1).Errors, "name a mail file");
    }
}
