using System.Text.Json;
using AiOs.Contracts.Approvals;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Records;
using AiOs.Testing;
using AiOs.Testing.Kernel;

namespace AiOs.Kernel.Tests.Records;

/// <summary>A workspace in which Records are written and read.</summary>
internal sealed class Desk(KernelHarness harness) : IAsyncDisposable
{
    private int _number;

    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public KernelHarness Harness => harness;

    public IRecords Records => harness.Process.Get<IRecords>();

    public static async Task<Desk> OpenAsync() => new(await KernelHarness.StartAsync());

    public static RecordField Said(string value) => new(value, Provenance.Operator);

    public static RecordField Found(string value) => new(value, Provenance.External);

    public static RecordId Client(string key) => new("client", key);

    public static RecordWriteArguments Arguments(RecordId record, long expected, params (string Name, RecordField Field)[] fields) => new()
    {
        Record = record,
        ExpectedVersion = expected,
        Fields = fields.ToDictionary(field => field.Name, field => field.Field),
    };

    public static EffectDraft Draft(RecordWriteArguments arguments) =>
        new(EffectKind.RecordWrite, JsonSerializer.Serialize(arguments, ArgumentsJson.Default.RecordWriteArguments));

    public static EffectDraft Merge(RecordId gone, long version, RecordId stays) => new(
        EffectKind.RecordMerge,
        JsonSerializer.Serialize(new RecordMergeArguments { Record = gone, ExpectedVersion = version, Into = stays }, ArgumentsJson.Default.RecordMergeArguments));

    /// <summary>What comes of a proposal that answers a mail.</summary>
    public Task<WorkItemView> MailAsync(params EffectDraft[] effects)
    {
        harness.Agent.Write = _ => Some.Proposal(effects);
        return harness.ReceivedAsync(Some.Mail(++_number));
    }

    /// <summary>What comes of a proposal that the operator typed.</summary>
    public Task<WorkItemView> TypedAsync(string words, params EffectDraft[] effects)
    {
        harness.Agent.Write = _ => Some.Proposal(effects);
        return harness.ReceivedAsync(new InboundMessage
        {
            Channel = ChannelName.Web,
            Authority = Authority.Operator,
            DedupeKey = "typed " + ++_number,
            Content = new MessageContent { Origin = ContentOrigin.Typed, Text = words },
        });
    }

    /// <summary>A Record as the operator says it; whatever is asked is approved.</summary>
    public async Task GiveAsync(RecordWriteArguments arguments)
    {
        var item = await TypedAsync(string.Join('\n', arguments.Fields.Values.Select(field => field.Value)), Draft(arguments));
        Assert.Equal(WorkItemState.Done, item.State);
    }

    public async Task<WorkItemView> ApproveAsync(WorkItemView item) => (await harness.DecideAsync(item.Approvals[^1], DecisionKind.Approve)).Item!;

    public async Task<string> TextAsync(RecordId record) => await Records.FindAsync(record, Token) is { } found ? Told.TextOf(found.Fields) : "nothing";

    public ValueTask DisposeAsync() => harness.DisposeAsync();
}
