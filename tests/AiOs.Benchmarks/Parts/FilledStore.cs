using AiOs.Benchmarks.Hosts;
using AiOs.Benchmarks.Load;
using AiOs.Connectors.Email;
using AiOs.Connectors.Email.Sending;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Storage.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;

namespace AiOs.Benchmarks.Parts;

/// <summary>
/// Fills a data folder with whole rounds, through the host's own services in this process: the same commits as over HTTP, made quicker
/// by not waiting for the disk and by effects that write no file.
/// </summary>
internal static class FilledStore
{
    private const int Workers = 16;

    /// <summary>The mails of a fill are never those of the load.</summary>
    private const int Seed = 1000;

    /// <summary>Drives rounds from one number to another; the folder can be filled further later.</summary>
    public static async Task FillAsync(BenchFolder folder, int from, int to, CancellationToken cancellationToken)
    {
        await using var host = await InProcessHost.StartAsync(folder, opened: true, services => services.AddSingleton<IMailTransport, NoTransport>(), cancellationToken);
        host.Get<SqliteJournalStore>().Setting("synchronous=OFF");
        var forge = new MailForge(Seed);
        await Parallel.ForEachAsync(
            Enumerable.Range(from, to - from),
            new ParallelOptions { MaxDegreeOfParallelism = Workers, CancellationToken = cancellationToken },
            async (number, token) => await RoundAsync(host, forge.Make(number), token));
    }

    /// <summary>One round through the inbox and the desk. Throws where it does not end in done.</summary>
    public static async Task RoundAsync(InProcessHost host, byte[] mail, CancellationToken cancellationToken)
    {
        var reading = (MailReading.Readable)host.Mails.Read(mail, cancellationToken);
        var receipt = await host.Get<IInbox>().ReceiveAsync(MailIntake.Message(ChannelName.Web, mail, reading), cancellationToken);
        var desk = host.Get<IDesk>();
        var card = await desk.FindAsync(receipt.WorkItem, cancellationToken);
        var open = card!.Approvals[^1];
        var decision = new OperatorDecision { Approval = open.Id, Kind = DecisionKind.Approve, Digest = open.Digest, Channel = ChannelName.Web, By = "operator", Nonce = open.Nonce! };
        var outcome = await desk.DecideAsync(decision, cancellationToken);
        if (outcome.Item?.State is not WorkItemState.Done)
        {
            throw new InvalidOperationException($"A round ended as {outcome.Item?.State}: {outcome.Sentence}");
        }
    }

    private sealed class NoTransport : IMailTransport
    {
        public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

        public TimeSpan AttemptTimeout { get; } = TimeSpan.FromSeconds(30);

        public Task<bool> ProbeAsync(CancellationToken cancellationToken) => Task.FromResult(true);

        public Task<EffectLookUp> LookUpAsync(string mailId, CancellationToken cancellationToken) => Task.FromResult<EffectLookUp>(new EffectLookUp.NotFound());

        public Task<EffectResult> SendAsync(MimeMessage message, Permit permit, CancellationToken cancellationToken)
        {
            var name = $"{permit.Effect.Id}.eml";
            return Task.FromResult<EffectResult>(new EffectResult.Done("/data/outbox/" + name, $"Not sent, written to data/outbox/{name} (no mail server is configured)."));
        }
    }
}
