using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiOs.Contracts.Json;
using AiOs.Kernel.Budgets;

namespace AiOs.Kernel.Tests.Budgets;

/// <summary>Ledgers as a snapshot writes them.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(BudgetLedger))]
[JsonSerializable(typeof(Interruptions))]
internal sealed partial class LedgerJson : JsonSerializerContext
{
    public static string Text(BudgetLedger ledger) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToElement(ledger, Default.BudgetLedger)));

    public static BudgetLedger Read(string text) => JsonSerializer.Deserialize(text, Default.BudgetLedger)!;
}
