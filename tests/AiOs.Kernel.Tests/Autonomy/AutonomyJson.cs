using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using AiOs.Contracts.Json;
using AiOs.Kernel.Autonomy;

namespace AiOs.Kernel.Tests.Autonomy;

/// <summary>The ledger as a snapshot writes it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(InstantConverter)])]
[JsonSerializable(typeof(AutonomyLedger))]
internal sealed partial class AutonomyJson : JsonSerializerContext
{
    public static string Text(AutonomyLedger ledger) => Encoding.UTF8.GetString(CanonicalJson.Of(JsonSerializer.SerializeToElement(ledger, Default.AutonomyLedger)));

    public static AutonomyLedger Read(string text) => JsonSerializer.Deserialize(text, Default.AutonomyLedger)!;
}
