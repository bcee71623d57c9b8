using System.Net;
using System.Text.Json;
using AiOs.Testing.Hosting;

namespace AiOs.Scenarios.Memory;

/// <summary>Mails that say nearly the same, so that what is learned from one fits the others, whoever writes.</summary>
internal static class Festival
{
    private const string Subject = "Festival by the lake";

    public static string Mail(int number, string? from = null) => Mails.Plain(
        Mails.Mark(),
        from ?? $"Vera {number} <vera{number}@village.example>",
        Subject,
        $"Our village festival number {number} looks for a sponsor for the children's tent, the brass band and the fireworks by the lake.");

    public static string CategoryOf(JsonElement item) => item.GetProperty("intent").GetProperty("category").GetString()!;

    public static string IdOf(JsonElement item) => item.GetProperty("workItem").GetString()!;

    /// <summary>Takes a mail in.</summary>
    public static async Task<JsonElement> TakeAsync(HostProcess host, string mail) => (await host.Web.MailAsync(mail)).MustBe(HttpStatusCode.OK).Json;

    /// <summary>Takes a mail in and says what it was taken for.</summary>
    public static async Task<string> TakenForAsync(HostProcess host, string mail) => CategoryOf(await TakeAsync(host, mail));

    /// <summary>Says of a work item that it is a complaint.</summary>
    public static async Task CorrectAsync(HostFolder folder, JsonElement item)
    {
        var said = (await folder.VerbAsync("correct", IdOf(item), "complaint", "--json")).MustEndIn(0).Json;
        Assert.True(said.GetProperty("accepted").GetBoolean());
        Assert.Equal("complaint", CategoryOf((await folder.VerbAsync("show", IdOf(item), "--json")).MustEndIn(0).Json));
    }
}
