using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiOs.Kernel.Budgets;

/// <summary>A sum of amounts in minor units. It is wider than any of them, so it cannot wrap around, and written as text, since JSON readers keep no number as wide.</summary>
/// <param name="Minor">The sum.</param>
[JsonConverter(typeof(AsText))]
internal readonly record struct ExactSum(Int128 Minor)
{
    /// <summary>Writes decimal digits.</summary>
    internal sealed class AsText : JsonConverter<ExactSum>
    {
        public override ExactSum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            Int128.TryParse(reader.GetString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
                ? new ExactSum(minor)
                : throw new JsonException($"'{reader.GetString()}' is not a sum.");

        public override void Write(Utf8JsonWriter writer, ExactSum value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.Minor.ToString(CultureInfo.InvariantCulture));
    }
}
