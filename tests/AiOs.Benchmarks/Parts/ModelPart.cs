using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Benchmarks.Reporting;
using AiOs.Testing.Models;

namespace AiOs.Benchmarks.Parts;

/// <summary>
/// From a message to its card, one at a time, through two real hosts in turns: one without a model and one with a model over real HTTP that answers at
/// once. What the second takes longer is our own: the commit before the question, the money set aside and settled, the question, and reading the answer.
/// </summary>
internal sealed class ModelPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Message to card, one at a time, with and without a language model (two hosts in turns; the scripted model answers at once)";

    public string Name => "model";

    private int Turns => options.Quick ? 20 : 200;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var withoutFolder = BenchFolder.Make(options, "without");
        using var withFolder = BenchFolder.Make(options, "with");
        await using var model = await ScriptedModel.StartAsync(cancellationToken);
        await using var without = await ServerProcess.StartHostAsync(withoutFolder, cancellationToken);
        await using var with = await ServerProcess.StartHostAsync(withFolder, cancellationToken, Settings(withFolder, model));
        using var plain = ClientOf(without);
        using var worded = ClientOf(with);
        var forge = new MailForge(13);
        var (alone, asked) = (new List<long>(), new List<long>());
        for (var turn = -Turns / 4; turn < Turns; turn++)
        {
            var mail = forge.Make(turn + Turns);
            var (first, second) = (await CardAfterAsync(plain, mail, cancellationToken), await CardAfterAsync(worded, mail, cancellationToken));
            if (turn >= 0)
            {
                alone.Add(first);
                asked.Add(second);
            }
        }

        if (model.Answered < Turns)
        {
            throw new InvalidOperationException($"The model answered {model.Answered} questions for {Turns} messages.");
        }

        var calls = (double)model.Answered / (Turns + (Turns / 4));
        Rows(report, "no model", alone, string.Empty);
        Rows(report, "a model that answers at once", asked, string.Create(CultureInfo.InvariantCulture, $"{calls:F1} calls a message; the wait for the card looks once a millisecond"));
        report.Add(Section, "our own overhead of a turn with a model, p50", Figures.Percentile(asked, 50) - Figures.Percentile(alone, 50), "ms", note: "the scripted server's own work is in it");
    }

    private static (string Key, string Value)[] Settings(BenchFolder folder, ScriptedModel model)
    {
        var policy = Path.Combine(folder.Path, "policy.yaml");
        File.WriteAllText(policy, "version: 1\nrules: []\n");
        return
        [
            ("Policy__Path", policy),
            ("Model__Endpoint", model.Endpoint.ToString()),
            ("Model__Chat", model.Name),
            ("Model__InputPricePerMillion", (model.InputPrice / 100m).ToString(CultureInfo.InvariantCulture)),
            ("Model__OutputPricePerMillion", (model.OutputPrice / 100m).ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static void Rows(Report report, string name, List<long> ticks, string note)
    {
        report.Add(Section, $"{name}: p50", Figures.Percentile(ticks, 50), "ms", note: note);
        report.Add(Section, $"{name}: p90", Figures.Percentile(ticks, 90), "ms");
    }

    private static HttpClient ClientOf(ServerProcess host) => new()
    {
        BaseAddress = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{host.Port}")),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", host.Key) },
    };

    private static async Task<long> CardAfterAsync(HttpClient client, byte[] mail, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(mail) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } };
        var start = Stopwatch.GetTimestamp();
        using var reply = await client.PostAsync(new Uri("/chat/messages", UriKind.Relative), content, cancellationToken);
        reply.EnsureSuccessStatusCode();
        using var taken = await JsonDocument.ParseAsync(await reply.Content.ReadAsStreamAsync(cancellationToken), default, cancellationToken);
        var state = taken.RootElement.GetProperty("state").GetString();
        var item = new Uri($"/items/{taken.RootElement.GetProperty("workItem").GetString()}.json", UriKind.Relative);
        while (state == "working")
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
            using var seen = await JsonDocument.ParseAsync(await client.GetStreamAsync(item, cancellationToken), default, cancellationToken);
            state = seen.RootElement.GetProperty("state").GetString();
        }

        return state == "awaiting-approval"
            ? Stopwatch.GetTimestamp() - start
            : throw new InvalidOperationException($"A message came to rest as '{state}' and has no card.");
    }
}
