using System.Text.RegularExpressions;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Manifests;

/// <summary>What is given to BotFather: by the rules of the Bot API, and neither more nor less than what the host answers.</summary>
public sealed partial class TelegramCommandsTests(HostFixture host) : IClassFixture<HostFixture>
{
    private static readonly string File = Path.Combine(Places.Root, "manifests", "telegram", "commands.txt");

    [Fact]
    public async Task Commands_ByTelegramsRules_AreAllowed()
    {
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        var lines = text.TrimEnd('\n').Split('\n');
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.All(lines, static line => Assert.Matches(Line(), line));
        Assert.InRange(lines.Length, 10, 100);
        Assert.Distinct(lines.Select(static line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("Budget - capital letter")]
    [InlineData("/budget - slash")]
    [InlineData("budget how far")]
    [InlineData("budget - ")]
    [InlineData("a-b - hyphen")]
    public void Rules_BrokenLine_IsFound(string line) => Assert.DoesNotMatch(Line(), line);

    [Fact]
    public async Task Commands_InTheFile_AreThoseThatTheHostLists()
    {
        var listed = host.Commands.Select(static command => $"{command.Name} - {command.Does}").Where(static line => !line.StartsWith("start ", StringComparison.Ordinal)).ToList();
        var lines = await System.IO.File.ReadAllLinesAsync(File, TestContext.Current.CancellationToken);
        Assert.StartsWith("start - ", lines[0], StringComparison.Ordinal);
        Assert.True(listed.SequenceEqual(lines.Skip(1)), $"Below its first line the file is to say:\n{string.Join('\n', listed)}");
        Assert.True(listed.Count >= 10);
    }

    /// <summary>A name of 1 to 32 small letters, digits and underscores; what it does in 3 to 256 characters.</summary>
    [GeneratedRegex("^[a-z0-9_]{1,32} - \\S.{2,255}$")]
    private static partial Regex Line();
}
