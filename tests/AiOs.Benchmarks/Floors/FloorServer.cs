using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace AiOs.Benchmarks.Floors;

/// <summary>
/// The floor over HTTP, run as a process of its own: a bare Kestrel with no routing, which makes the same number of bytes durable in the
/// same number of group commits and answers with as many bytes as the host does. It ends when asked to, and with its standard input.
/// </summary>
internal sealed class FloorServer(BareJournal journal, RoundBytes bytes)
{
    public const string Verb = "--floor-server";

    private readonly byte[][] _bodies = [.. bytes.Commits.Select(RoundBytes.Body)];
    private readonly byte[] _card = Reply($"{{\"state\":\"awaiting-approval\",\"approvals\":[{{\"id\":\"{new string('a', 32)}\",\"digest\":\"{new string('b', 64)}\",\"nonce\":\"{new string('c', 32)}\"}}],\"pad\":\"", bytes.MessageReply);
    private readonly byte[] _done = Reply("{\"state\":\"done\",\"accepted\":true,\"pad\":\"", bytes.TapReply);

    /// <summary>The arguments that make this program a floor.</summary>
    public static string[] Arguments(string folder, RoundBytes bytes) =>
        [Verb, folder, .. bytes.Commits.Append(bytes.MessageReply).Append(bytes.TapReply).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    public static async Task RunAsync(string[] arguments)
    {
        var numbers = arguments[2..].Select(text => int.Parse(text, CultureInfo.InvariantCulture)).ToArray();
        await using var journal = new BareJournal(Path.Combine(arguments[1], "floor.db"));
        await new FloorServer(journal, new RoundBytes(numbers[..3], numbers[3], numbers[4])).ServeAsync();
    }

    private async Task ServeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Listen(IPAddress.Loopback, 0);
        });
        await using var app = builder.Build();
        app.Run(AnswerAsync);
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        await Console.Out.WriteLineAsync($"ready {address}/?key=none");
        await Task.WhenAny(app.WaitForShutdownAsync(), Task.Run(() => Console.In.ReadToEndAsync()));
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var reader = context.Request.BodyReader;
        for (var whole = false; !whole;)
        {
            var read = await reader.ReadAsync();
            whole = read.IsCompleted;
            reader.AdvanceTo(whole ? read.Buffer.End : read.Buffer.Start, read.Buffer.End);
        }

        var isMessage = context.Request.Path.StartsWithSegments("/chat", StringComparison.Ordinal);
        await journal.CommitAsync(_bodies[isMessage ? 0 : 1]);
        if (!isMessage)
        {
            await journal.CommitAsync(_bodies[2]);
        }

        var reply = isMessage ? _card : _done;
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = reply.Length;
        await context.Response.BodyWriter.WriteAsync(reply);
    }

    private static byte[] Reply(string start, int length) => Encoding.ASCII.GetBytes(start.PadRight(length - 2, 'x') + "\"}");
}
