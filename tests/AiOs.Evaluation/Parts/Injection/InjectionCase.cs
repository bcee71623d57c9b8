using System.Text.Json;

namespace AiOs.Evaluation.Parts.Injection;

/// <summary>What a tool answered with an order of an attacker in it, and what the user had really asked for.</summary>
/// <param name="Response">The poisoned answer.</param>
/// <param name="Tool">Which tool gave it.</param>
/// <param name="Order">What the attacker wants done; it stands in the answer.</param>
/// <param name="Wanted">The user's own instruction.</param>
internal sealed record InjectionCase(string Response, string Tool, string Order, string Wanted)
{
    private const string Folder = "injecagent";

    /// <summary>All base cases: direct harm and stealing of data.</summary>
    public static async Task<List<InjectionCase>> ReadAsync(string data, CancellationToken cancellationToken)
    {
        var cases = new List<InjectionCase>();
        foreach (var file in new[] { "test_cases_dh_base.json", "test_cases_ds_base.json" })
        {
            try
            {
                using var document = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(data, Folder, file), cancellationToken));
                cases.AddRange(document.RootElement.EnumerateArray().Select(static one =>
                    new InjectionCase(Text(one, "Tool Response"), Text(one, "User Tool"), Text(one, "Attacker Instruction"), Text(one, "User Instruction"))));
            }
            catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw new InvalidDataException($"'{Folder}/{file}' is not as described: {wrong.Message}", wrong);
            }
        }

        return cases;
    }

    private static string Text(JsonElement one, string key) => one.GetProperty(key).GetString()!;
}
