using System.Globalization;
using System.Text.Json;
using AiOs.Testing.Tools;

namespace AiOs.Evaluation.Parts.Tau;

/// <summary>One change of the shop's data that a task comes to.</summary>
/// <param name="Mark">Tells its mail from all others; one word.</param>
/// <param name="Words">What the customer says.</param>
/// <param name="Call">The change.</param>
internal sealed record GoldWrite(string Mark, string Words, ToolDraft Call)
{
    private const string Folder = "tau";
    private const string Tasks = "retail_tasks.json";
    private const string Split = "retail_split_tasks.json";

    /// <summary>
    /// The changes of all tasks that may be looked at: of a folder given to be scored all, else the half to learn from, where the halves are told apart.
    /// Nothing is learned, so where the folder to be scored has no such tasks those of the other one are taken.
    /// </summary>
    public static async Task<List<GoldWrite>> ReadAsync(EvaluationOptions options, CancellationToken cancellationToken)
    {
        var given = options.Test is { } test && File.Exists(Path.Combine(test, Folder, Tasks)) ? test : null;
        var folder = Path.Combine(given ?? options.Data, Folder);
        var verbs = WriteVerbs.Of(await File.ReadAllTextAsync(Path.Combine(folder, "retail_policy.md"), cancellationToken));
        try
        {
            using var tasks = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, Tasks), cancellationToken));
            var open = given is null ? await OpenAsync(Path.Combine(folder, Split), cancellationToken) : null;
            return [.. tasks.RootElement.EnumerateArray()
                .Where(task => open?.Contains(task.GetProperty("id").ToString()) ?? true)
                .SelectMany(task => ActionsOf(task).Where(action => verbs.Fits(NameOf(action))).Select(action => (Words: WordsOf(task), Action: action)))
                .Select(static (one, at) => new GoldWrite(string.Create(CultureInfo.InvariantCulture, $"write{at:d4}"), one.Words, new ToolDraft(NameOf(one.Action), one.Action.GetProperty("arguments").Clone())))];
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new InvalidDataException($"'{Folder}' is not as described: {wrong.Message}", wrong);
        }
    }

    /// <summary>The ids of the half to learn from; nothing where nobody tells the halves apart.</summary>
    private static async Task<HashSet<string>?> OpenAsync(string file, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            return null;
        }

        using var split = JsonDocument.Parse(await File.ReadAllTextAsync(file, cancellationToken));
        return [.. split.RootElement.GetProperty("train").EnumerateArray().Select(static id => id.ToString())];
    }

    private static List<JsonElement> ActionsOf(JsonElement task) =>
        task.GetProperty("evaluation_criteria") is { ValueKind: JsonValueKind.Object } criteria && criteria.TryGetProperty("actions", out var actions) && actions.ValueKind is JsonValueKind.Array
            ? [.. actions.EnumerateArray()]
            : [];

    private static string NameOf(JsonElement action) => action.GetProperty("name").GetString()!;

    private static string WordsOf(JsonElement task) =>
        task.GetProperty("user_scenario").GetProperty("instructions") is { ValueKind: JsonValueKind.Object } told && told.TryGetProperty("reason_for_call", out var reason)
            ? reason.ToString()
            : string.Empty;
}
