using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Parts;
using AiOs.Benchmarks.Reporting;
using AiOs.Testing.Teams;

namespace AiOs.Benchmarks.Chats;

/// <summary>One update or activity at the host: posted to answered, which is after it is durable. And memory over many.</summary>
internal sealed class ChatPart(BenchOptions options) : IBenchPart
{
    private const string Section = "Chat (posted to answered, durable; clouds on loopback)";
    private const int Parallel = 8;

    private int _number;

    public string Name => "chat";

    private int Requests => options.Quick ? 20 : 200;

    private int Updates => options.Quick ? 400 : 10_000;

    public async Task RunAsync(Report report, CancellationToken cancellationToken)
    {
        using var folder = BenchFolder.Make(options, "chat");
        await using var host = await ChatHost.StartAsync(folder, FreePort(), cancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri($"http://127.0.0.1:{host.Process.Port}") };
        await TelegramAsync(report, host, client, cancellationToken);
        await TeamsAsync(report, host, client, cancellationToken);
        await MemoryAsync(report, host, client, cancellationToken);
    }

    private async Task TelegramAsync(Report report, ChatHost host, HttpClient client, CancellationToken cancellationToken)
    {
        var last = string.Empty;
        var requests = new List<double>();
        for (var number = 0; number < Requests; number++)
        {
            last = Update(ChatHost.Operator, $"Please note that kiln {number} comes on Friday.");
            requests.Add(await PostAsync(client, last, cancellationToken));
        }

        Add(report, "Telegram: a request of the operator, through to its gate", requests);
        Add(report, "Telegram: the same update again", await ManyAsync(Requests, _ => PostAsync(client, last, cancellationToken)));
        Add(report, "Telegram: a stranger's update", await ManyAsync(Requests, number => PostAsync(client, Update(100_000 + number, "hello"), cancellationToken)));
        Add(report, "Telegram: turned away for a wrong secret", await ManyAsync(Requests, _ => PostAsync(client, last, cancellationToken, "wrong", HttpStatusCode.Unauthorized)));
        _ = host;
    }

    private async Task TeamsAsync(Report report, ChatHost host, HttpClient client, CancellationToken cancellationToken)
    {
        var place = host.Teams.Personal(host.Person);
        var endpoint = new Uri(client.BaseAddress!, "/api/messages");
        var requests = new List<double>();
        for (var number = 0; number < Requests; number++)
        {
            var activity = host.Teams.Activities.Message(host.Person, place, $"Please note that order {number} comes on Monday.");
            var start = Stopwatch.GetTimestamp();
            var (status, body) = await host.Teams.PostAsync(endpoint, activity, new TeamsTokenSpec(TeamsDouble.AppId, host.Teams.ServiceUrl), cancellationToken);
            requests.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            Must(status is 200 or 202, $"Teams' activity was answered with {status} {body}");
        }

        Add(report, "Teams: a request of the operator, token checked", requests);
    }

    private async Task MemoryAsync(Report report, ChatHost host, HttpClient client, CancellationToken cancellationToken)
    {
        var before = ProcessFigures.Pss(host.Process.Id);
        var start = Stopwatch.GetTimestamp();
        var half = 0.0;
        for (var part = 0; part < 2; part++)
        {
            await Task.WhenAll(Enumerable.Range(0, Parallel).Select(async lane =>
            {
                for (var number = 0; number < Updates / 2 / Parallel; number++)
                {
                    // Strangers, each with a line of their own, and repeats.
                    await PostAsync(client, Update(1_000_000 + (number % 500) + (lane * 500), "hello"), cancellationToken);
                }
            }));
            half = part == 0 ? ProcessFigures.Pss(host.Process.Id) : half;
        }

        var rate = Updates / Stopwatch.GetElapsedTime(start).TotalSeconds;
        var after = ProcessFigures.Pss(host.Process.Id);
        report.Add(Section, string.Create(CultureInfo.InvariantCulture, $"{Updates:N0} updates, {Parallel} at a time"), rate, "1/s");
        report.Add(Section, "memory after that", after, "MB", Goal.Most(Math.Round(half * 1.15)), string.Create(CultureInfo.InvariantCulture, $"before {before:F0} MB, at half {half:F0} MB, {ProcessFigures.Handles(host.Process.Id)} handles"));
    }

    private static async Task<List<double>> ManyAsync(int count, Func<int, Task<double>> one)
    {
        var all = new List<double>(count);
        for (var number = 0; number < count; number++)
        {
            all.Add(await one(number));
        }

        return all;
    }

    private string Update(long sender, string text)
    {
        var number = Interlocked.Increment(ref _number);
        return string.Create(
            CultureInfo.InvariantCulture,
            $$$"""{"update_id":{{{10_000_000 + number}}},"message":{"message_id":{{{500_000 + number}}},"from":{"id":{{{sender}}},"is_bot":false,"first_name":"X"},"chat":{"id":{{{sender}}},"type":"private","first_name":"X"},"date":1795000000,"text":"{{{text}}}"}}""");
    }

    private static async Task<double> PostAsync(HttpClient client, string update, CancellationToken cancellationToken, string secret = ChatHost.Secret, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/telegram/webhook") { Content = new StringContent(update, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Telegram-Bot-Api-Secret-Token", secret);
        var start = Stopwatch.GetTimestamp();
        using var response = await client.SendAsync(request, cancellationToken);
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        Must(response.StatusCode == expected, $"Telegram's update was answered with {(int)response.StatusCode}");
        return took;
    }

    private static void Add(Report report, string what, List<double> milliseconds)
    {
        milliseconds.Sort();
        var p95 = milliseconds[(int)(milliseconds.Count * 0.95)];
        report.Add(Section, what, Figures.Median(milliseconds), "ms", note: string.Create(CultureInfo.InvariantCulture, $"p95 {p95:F1} ms of {milliseconds.Count}"));
    }

    private static void Must(bool holds, string fault)
    {
        if (!holds)
        {
            throw new InvalidOperationException(fault);
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
