using System.Buffers;
using System.IO.Compression;
using System.Text.Json;
using AiOs.Agents.Execution;
using AiOs.Agents.Intake;
using AiOs.Benchmarks.Hosts;
using AiOs.Connectors.Email.Sending;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Events;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Intake;
using AiOs.Contracts.Proposals;
using AiOs.Kernel.Effects;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Benchmarks.Profiling;

/// <summary>A closer look at the pieces inside the larger stages: each called apart with what real messages gave.</summary>
internal sealed class PieceTimes(InProcessHost host, StageClock clock)
{
    private readonly IntakeAgent _intake = host.Get<IntakeAgent>();
    private readonly EffectCatalog _catalog = host.Get<EffectCatalog>();
    private readonly Vault _vault = host.Get<Vault>();
    private readonly MailComposer _composer = host.Get<MailComposer>();
    private readonly WorkspaceSettings _settings = host.Get<WorkspaceSettings>();
    private readonly ArrayBufferWriter<byte> _bytes = new(16 * 1024);

    public long PersonalBytes { get; private set; }

    public long PackedBytes { get; private set; }

    public long ClearBytes { get; private set; }

    public void Run(StagedRound.LastMessage message)
    {
        var at = _settings.Local(message.Item.OpenedAt);
        var intent = clock.Measure("4a intake: classify and extract", () =>
            _intake.Understand(CaseOf(message, at)));
        var draft = clock.Measure("4b draft", () => ExecutionAgent.Draft(BriefOf(message, intent, at)));
        var effects = clock.Measure("4c fix: canonical bytes, digest", () => draft.Effects.Select(_catalog.Fix).ToArray());
        clock.Measure("4d preview for gaps (again for each view)", () => effects.Select(_catalog.LineOf).ToArray());
        clock.Measure("4e digest of all, bytes as text", () =>
        {
            _bytes.ResetWrittenCount();
            EffectBytes.WriteAll(_bytes, effects);
            Digest.Of(_bytes.WrittenSpan);
            return effects.Select(EffectBytes.TextOf).ToArray();
        });
        Seal(message);
        Compose(effects[0]);
    }

    private IntakeCase CaseOf(StagedRound.LastMessage message, DateTimeOffset at) => new()
    {
        Message = message.Reading.Content,
        Authority = message.Received.Authority,
        ReceivedAt = at,
        TimeZone = _settings.TimeZone,
        Currency = _settings.Currency,
    };

    private AgentBrief BriefOf(StagedRound.LastMessage message, Intent intent, DateTimeOffset at) => new()
    {
        Message = message.Reading.Content,
        Authority = message.Received.Authority,
        Intent = intent,
        Facts = [],
        OperatorWords = [],
        Previous = null,
        ChangeWanted = false,
        ReceivedAt = at,
        TimeZone = _settings.TimeZone,
        OperatorName = _settings.OperatorName,
        Currency = _settings.Currency,
    };

    private void Seal(StagedRound.LastMessage message)
    {
        clock.Measure("6a clear JSON of the events", () => Write(message.Facts, EventCodec.WriteClear));
        ClearBytes += _bytes.WrittenCount;
        clock.Measure("6b personal JSON of the events", () => Write(message.Facts, EventCodec.WritePersonal));
        var personal = _bytes.WrittenSpan.ToArray();
        var packed = new byte[personal.Length];
        var length = 0;
        clock.Measure("6c Brotli alone (quality 1)", () => BrotliEncoder.TryCompress(personal, packed, out length, quality: 1, window: 18));
        clock.Measure("6d seal: Brotli and AES-GCM", () => _vault.Seal(message.Key, personal, "work"u8));
        clock.Measure("2a new stream key (random, wrap)", () => _vault.NewKey(message.Key.Stream));
        PersonalBytes += personal.Length;
        PackedBytes += length;
    }

    private void Write(IReadOnlyList<JournalEvent> facts, Action<Utf8JsonWriter, JournalEvent> write)
    {
        _bytes.ResetWrittenCount();
        using var json = new Utf8JsonWriter(_bytes, EventCodec.WriterOptions);
        json.WriteStartArray();
        foreach (var happened in facts)
        {
            write(json, happened);
        }

        json.WriteEndArray();
    }

    private void Compose(Effect effect)
    {
        var permit = new Permit(effect, "key", DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch);
        clock.Measure("10a compose the mail (MimeKit), no file", () =>
        {
            using var message = _composer.Compose(permit, []);
            return MailComposer.Bytes(message);
        });
    }
}
