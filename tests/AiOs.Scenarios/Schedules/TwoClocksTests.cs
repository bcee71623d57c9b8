using System.Text.RegularExpressions;
using AiOs.Scenarios.Hosting;
using AiOs.Scenarios.Mongo;
using AiOs.Testing.Hosting;
using AiOs.Testing.Mongo;

namespace AiOs.Scenarios.Schedules;

/// <summary>Two real hosts with their clocks on. On one store each moment of a schedule comes once; the control shows that the look would see two.</summary>
public sealed partial class TwoClocksTests
{
    private const int Firings = 5;

    [Theory]
    [InlineData(SharedFolders.Database, false)]
    [InlineData("apart", true)]
    public async Task TwoHosts_WithTheSameSchedule_FireEachMomentOnceWhereTheyShareTheStore(string secondDatabase, bool doubles)
    {
        await using var peer = await MongoPeer.StartAsync(new MongoPeerOptions());
        using var one = SharedFolders.On(peer);
        await using var first = await HostProcess.StartAsync(one, Places.Host, [], one.With(Clock));
        using var other = SharedFolders.On(peer, database: secondDatabase).WithKeyOf(one);
        await using var second = await HostProcess.StartAsync(other, Places.Host, [], other.With(Clock));
        await second.Web.WaitForItemsAsync(items => items.Count(item => item.GetProperty("state").GetString() == "done") >= Firings);
        await first.Web.WaitForItemsAsync(items => items.Count(item => item.GetProperty("state").GetString() == "done") >= Firings);

        string[] moments = secondDatabase == SharedFolders.Database ? await MomentsAsync(other) : [.. await MomentsAsync(one), .. await MomentsAsync(other)];
        Tally.Say($"two hosts, one schedule{(doubles ? ", a store each" : string.Empty)}: {moments.Length} firings of {moments.Distinct(StringComparer.Ordinal).Count()} moments");
        Assert.True(moments.Length >= Firings);
        Assert.Equal(doubles, moments.Length != moments.Distinct(StringComparer.Ordinal).Count());
    }

    private static (string Name, string Value)[] Clock => [("AIOS_Jobs__Enabled", "true"), ("AIOS_Digest__Cron", "0/5 * * * * ?")];

    /// <summary>The moments that fired, as the journal has them.</summary>
    private static async Task<string[]> MomentsAsync(HostFolder folder)
    {
        (await folder.VerbAsync("export", "--out", "moments", "--plain")).MustEndIn(0);
        var journal = await File.ReadAllTextAsync(Path.Combine(folder.Work, "moments", "plain", "journal.jsonl"), TestContext.Current.CancellationToken);
        return [.. Fired().Matches(journal).Select(static match => match.Groups[1].Value)];
    }

    [GeneratedRegex("\"case\":\"fired\",\"dueAt\":\"([^\"]+)\",\"kind\":\"job\",\"missed\":[0-9]+,\"schedule\":\"daily-digest\"")]
    private static partial Regex Fired();
}
