using System.Net;
using System.Text.Json;
using AiOs.Scenarios.Hosting;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Memory;

/// <summary>On the real program with its real memory: the Record counts and a note that says something else is shown; a missing fact is asked for once.</summary>
public sealed class KnownTruthTests
{
    private const string Counts = "says 70 EUR; playbook/main (version 1) says 85 EUR per hour, which counts.";

    [Fact]
    public async Task Price_MissingThenAnsweredThenContradicted_IsAlwaysAsTheRecordHasIt()
    {
        using var folder = new HostFolder();
        var host = await folder.ServeAsync();
        var first = await TakeAsync(host, "anna@berg.example");
        var second = await TakeAsync(host, "ben@ort.example");
        Assert.Contains("What is your rate", first.GetProperty("question").GetString(), StringComparison.Ordinal);
        Assert.Null(second.GetProperty("question").GetString());

        (await host.Web.PostAsync($"/items/{Festival.IdOf(first)}/answer", new { text = "85 EUR per hour" })).MustBe(HttpStatusCode.OK);

        await host.Web.WaitForItemsAsync(items => items.Any(item => Festival.IdOf(item) == Festival.IdOf(second) && LetterOf(item).Contains("85 EUR per hour", StringComparison.Ordinal)));
        Assert.Contains("85 EUR per hour", LetterOf(await host.Web.ItemAsync(Festival.IdOf(second))), StringComparison.Ordinal);
        Assert.Contains("85 EUR per hour", (await folder.VerbAsync("record", "show", "playbook/main", "--json")).MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("which counts", (await folder.VerbAsync("show", Festival.IdOf(second))).MustEndIn(0).Output, StringComparison.Ordinal);
        (await folder.VerbAsync("remember", "My rate is 70 EUR per hour.")).MustEndIn(0);
        Assert.Contains("70 EUR", (await folder.VerbAsync("recall", "hourly rate")).MustEndIn(0).Output, StringComparison.Ordinal);
        await MustCountAsync(folder, host, "cleo@tal.example");
        await host.StopAsync();
        Assert.True((await folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());
        await using var again = await folder.ServeAsync();
        await MustCountAsync(folder, again, "dora@see.example");
    }

    [Fact]
    public async Task Price_NoteThatAgreesOrIsOfAnotherMatter_SaysNothing()
    {
        using var folder = new HostFolder();
        await using var host = await folder.ServeAsync();
        var first = await TakeAsync(host, "anna@berg.example");
        (await host.Web.PostAsync($"/items/{Festival.IdOf(first)}/answer", new { text = "85 EUR per hour" })).MustBe(HttpStatusCode.OK);
        (await folder.VerbAsync("remember", "My rate is 85 EUR per hour.")).MustEndIn(0);
        (await folder.VerbAsync("remember", "The printer's price for an hour of work is 40 EUR.")).MustEndIn(0);

        var next = await TakeAsync(host, "ben@ort.example");

        Assert.Contains("85 EUR per hour", LetterOf(next), StringComparison.Ordinal);
        Assert.Contains("Remembered", (await folder.VerbAsync("why", Festival.IdOf(next))).MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("which counts", (await folder.VerbAsync("show", Festival.IdOf(next))).MustEndIn(0).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Category_CorrectedOnce_HoldsOverRestartAndRebuildUntilTakenBack()
    {
        using var folder = new HostFolder();
        string usual;
        await using (var host = await folder.ServeAsync())
        {
            var first = await Festival.TakeAsync(host, Festival.Mail(1));
            usual = Festival.CategoryOf(first);
            Assert.NotEqual("complaint", usual);
            await Festival.CorrectAsync(folder, first);
            Assert.Equal("complaint", await Festival.TakenForAsync(host, Festival.Mail(2)));
            await host.StopAsync();
        }

        Assert.True((await folder.VerbAsync("rebuild", "--json")).MustEndIn(0).Json.GetProperty("same").GetBoolean());
        await using (var host = await folder.ServeAsync())
        {
            Assert.Equal("complaint", await Festival.TakenForAsync(host, Festival.Mail(3)));
            var number = Assert.Single((await folder.VerbAsync("corrections", "--json")).MustEndIn(0).Json.GetProperty("corrections").EnumerateArray()).GetProperty("number").GetInt64();
            var id = number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            Assert.True((await folder.VerbAsync("corrections", "take-back", id, "--json")).MustEndIn(0).Json.GetProperty("accepted").GetBoolean());
            Assert.Equal(usual, await Festival.TakenForAsync(host, Festival.Mail(4)));
            Sentence.MustBeOne((await folder.VerbAsync("corrections", "take-back", id)).MustEndIn(1).Errors, id);
            await host.StopAsync();
        }

        await using var last = await folder.ServeAsync();
        Assert.Equal(usual, await Festival.TakenForAsync(last, Festival.Mail(5)));
    }

    private static async Task MustCountAsync(HostFolder folder, HostProcess host, string from)
    {
        var item = await TakeAsync(host, from);

        Assert.Null(item.GetProperty("question").GetString());
        Assert.Contains("85 EUR per hour", LetterOf(item), StringComparison.Ordinal);
        Assert.DoesNotContain("70", LetterOf(item), StringComparison.Ordinal);
        Assert.Contains(Counts, (await folder.VerbAsync("show", Festival.IdOf(item))).MustEndIn(0).Output, StringComparison.Ordinal);
        Assert.Contains("Contradicted", (await folder.VerbAsync("why", Festival.IdOf(item))).MustEndIn(0).Output, StringComparison.Ordinal);
    }

    private static Task<JsonElement> TakeAsync(HostProcess host, string from) => Festival.TakeAsync(
        host, Mails.Plain(Mails.Mark(), from, "Price of an hour", "Hello, we plan a new website for our practice. What does an hour of your work cost at present?"));

    private static string LetterOf(JsonElement item) =>
        Assert.Single(item.GetProperty("approvals").EnumerateArray().Last().GetProperty("effects").EnumerateArray(), effect => effect.GetProperty("kind").GetString() == "email.send").GetProperty("preview").GetString()!;
}
