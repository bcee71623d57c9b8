using System.Buffers;
using System.Text.Json;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Ports;
using AiOs.Kernel.Hosting;
using AiOs.Kernel.Journal;
using AiOs.Kernel.Journal.Chain;
using AiOs.Kernel.Journal.Sealing;

namespace AiOs.Kernel.Forgetting;

/// <summary>Tells whom words name, by keyed hashes, and who a word of the operator means.</summary>
internal sealed class SubjectReader(WorkspaceJournal journal, Vault vault, IJournalStore store, WorkspaceSettings settings)
{
    /// <summary>The addresses that the operator's word stands for, and the Record where it is one; nothing where it is neither.</summary>
    public async Task<(IReadOnlyList<string> Addresses, RecordId? Record)?> ResolveAsync(string who, CancellationToken cancellationToken)
    {
        var word = who.Trim();
        if (word.Contains('@', StringComparison.Ordinal))
        {
            return AddressScan.In(word).FirstOrDefault() == word && !IsOperator(word) ? ([word], null) : null;
        }

        if (!RecordId.TryParse(word, out var record) || StreamId.Of(record) == StreamId.Policy)
        {
            return null;
        }

        var commits = await journal.ReadStreamAsync(StreamId.Of(record), cancellationToken);
        string[] addresses = [.. commits.SelectMany(commit => commit.Events).SelectMany(happened => happened.Addresses)
            .Concat(commits.SelectMany(TextsIn).SelectMany(AddressScan.In)).Select(address => address.Trim().ToLowerInvariant()).Distinct().Where(address => !IsOperator(address))];
        return commits.Count == 0 ? null : (addresses, record);
    }

    private bool IsOperator(string address) => settings.OperatorAddresses.Contains(address, StringComparer.OrdinalIgnoreCase);

    public string HashOf(string address) => vault.PersonHash(address);

    /// <summary>Whether a text names one of these people.</summary>
    public bool Names(IReadOnlySet<string> people, string text) => AddressScan.In(text).Any(address => people.Contains(vault.PersonHash(address)));

    /// <summary>Whether an opened commit names one of these people anywhere in its words.</summary>
    public bool Names(IReadOnlySet<string> people, Commit commit) =>
        commit.Events.Any(happened => happened.Addresses.Any(address => people.Contains(vault.PersonHash(address)))) || TextsIn(commit).Any(text => Names(people, text));

    public async Task<bool> ExistsAsync(StreamId stream, CancellationToken cancellationToken) =>
        (await store.ReadStreamAsync(stream, cancellationToken)).Count > 0;

    private static IReadOnlyList<string> TextsIn(Commit commit)
    {
        if (!commit.Events.Any(happened => happened.PersonalPart is not null))
        {
            return [];
        }

        var bytes = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(bytes, EventCodec.WriterOptions))
        {
            writer.WriteStartArray();
            foreach (var happened in commit.Events)
            {
                EventCodec.WritePersonal(writer, happened);
            }

            writer.WriteEndArray();
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return [.. AddressScan.TextsIn(document.RootElement)];
    }
}
