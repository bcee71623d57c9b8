using System.Globalization;
using System.Text.Json;
using AiOs.Contracts;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Records.Owners;

namespace AiOs.Testing.Outside;

/// <summary>
/// An outside system that keeps its state in a JSON file, as a list of <c>{"change":…,"record":…,"fields":{…},"people":[…]}</c>. It tells changes since
/// the cursor, so many at a time, or everything each time.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="path">The file.</param>
public sealed class JsonFileState(string name, string path) : IOutsideState
{
    /// <inheritdoc/>
    public string Name => name;

    /// <summary>Whether it says everything each time.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How many changes it tells at once.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>How often it was read.</summary>
    public int Reads { get; private set; }

    /// <inheritdoc/>
    public async Task<OutsideReading> ReadAsync(string? cursor, CancellationToken cancellationToken)
    {
        Reads++;
        if (!File.Exists(path))
        {
            throw new AiOsException($"{name} is not there; put its file back.");
        }

        using var all = JsonDocument.Parse(await File.ReadAllBytesAsync(path, cancellationToken));
        var from = IsWhole || cursor is null ? 0 : int.Parse(cursor, CultureInfo.InvariantCulture);
        var page = all.RootElement.EnumerateArray().Skip(from).Take(PageSize).Select(ReportOf).ToArray();
        var read = from + page.Length;
        return new OutsideReading(page, IsWhole ? null : read.ToString(CultureInfo.InvariantCulture), read < all.RootElement.GetArrayLength());
    }

    private RecordReport ReportOf(JsonElement change) => new()
    {
        Connector = name,
        Change = change.GetProperty("change"u8).GetString()!,
        Record = RecordId.TryParse(change.GetProperty("record"u8).GetString(), out var record) ? record : throw new AiOsException($"{name} names no Record."),
        Fields = change.GetProperty("fields"u8).EnumerateObject().ToDictionary(field => field.Name, field => field.Value.GetString()!),
        People = change.TryGetProperty("people"u8, out var people) ? [.. people.EnumerateArray().Select(person => person.GetString()!)] : [],
    };
}
