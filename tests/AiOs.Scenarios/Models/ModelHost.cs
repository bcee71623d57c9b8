using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AiOs.Testing.Hosting;
using AiOs.Testing.Models;
using AiOs.Testing.Models.Chat;

namespace AiOs.Scenarios.Models;

/// <summary>A real host with the scripted model behind it.</summary>
internal sealed partial class ModelHost : IAsyncDisposable
{
    private readonly HostFolder _folder;

    private ModelHost(HostFolder folder, HostProcess host, ScriptedModel model) => (_folder, Host, Model) = (folder, host, model);

    public HostProcess Host { get; private set; }

    public ScriptedModel Model { get; }

    public Testing.Hosting.WebClient Web => Host.Web;

    public HostFolder Folder => _folder;

    public static async Task<ModelHost> StartAsync(string? policy = null, int seconds = 60, int dearer = 1)
    {
        var model = await ScriptedModel.StartAsync(TestContext.Current.CancellationToken);
        model.Answer = Words;
        (model.InputPrice, model.OutputPrice) = (model.InputPrice * dearer, model.OutputPrice * dearer);
        var folder = new HostFolder();
        if (policy is not null)
        {
            folder.Write("policy.yaml", policy);
            folder.Environment["AIOS_Policy__Path"] = "policy.yaml";
        }

        folder.Environment["AIOS_Model__Endpoint"] = model.Endpoint.ToString();
        folder.Environment["AIOS_Model__Chat"] = model.Name;
        folder.Environment["AIOS_Model__InputPricePerMillion"] = (model.InputPrice / 100m).ToString(CultureInfo.InvariantCulture);
        folder.Environment["AIOS_Model__OutputPricePerMillion"] = (model.OutputPrice / 100m).ToString(CultureInfo.InvariantCulture);
        folder.Environment["AIOS_Model__Timeout"] = TimeSpan.FromSeconds(seconds).ToString("c", CultureInfo.InvariantCulture);
        return new ModelHost(folder, await folder.ServeAsync(), model);
    }

    /// <summary>A mail through to its card.</summary>
    public async Task<JsonElement> MailAsync(string mark)
    {
        var item = (await Web.MailAsync(Mails.Unpriced(mark, id: mark))).MustBe(HttpStatusCode.OK).Json;
        return await RestAsync(item.GetProperty("workItem").GetString()!);
    }

    /// <summary>Waits until a work item waits for the operator.</summary>
    public async Task<JsonElement> RestAsync(string id)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            var item = await Web.ItemAsync(id);
            if (item.GetProperty("state").GetString() is not ("working" or "performing"))
            {
                return item;
            }

            Assert.True(TimeProvider.System.GetElapsedTime(started) < HostFolder.Patience, $"It did not come to rest: {item}\n{Host.All()}");
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System, TestContext.Current.CancellationToken);
        }
    }

    /// <summary>The page of a work item, with the reasons of its card.</summary>
    public async Task<string> PageAsync(JsonElement item) => (await Web.GetAsync("/items/" + item.GetProperty("workItem").GetString())).MustBe(HttpStatusCode.OK).Text;

    public async Task<string> CostAsync() => (await Web.GetAsync("/costs")).Text;

    public async Task RestartAsync()
    {
        await Host.DisposeAsync();
        Host = await _folder.ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Model.DisposeAsync();
        _folder.Dispose();
    }

    /// <summary>A sentence more in the draft it was given, as a good model words one, and a sure reading of whatever Intake is not sure of.</summary>
    private static string Words(ChatSeen seen)
    {
        if (seen.Schema?["properties"]?["text"] is null)
        {
            return """{"category":"inquiry","percent":90,"quote":"","fields":[]}""";
        }

        var letter = Draft().Match(seen.Data).Groups["letter"].Value;
        var greeting = letter.IndexOf('\n', StringComparison.Ordinal);
        return new JsonObject
        {
            ["subject"] = string.Empty,
            ["text"] = $"{letter[..greeting]}\n\nyour studio sounds lovely.{letter[greeting..]}",
        }.ToJsonString();
    }

    [GeneratedRegex(@"^<data draft \S+>\n(?:[^\n]+\n)+\n(?<letter>.+?)\n</data", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Draft();
}
