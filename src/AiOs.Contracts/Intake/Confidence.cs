using System.Text.Json;
using System.Text.Json.Serialization;

namespace AiOs.Contracts.Intake;

/// <summary>How sure something is, in thousandths: numbers in the journal are integers.</summary>
/// <param name="Permille">0 (no idea) to 1,000 (certain).</param>
[JsonConverter(typeof(Converter))]
public readonly record struct Confidence(int Permille) : IComparable<Confidence>
{
    /// <summary>Certain: the operator said so.</summary>
    public static Confidence Certain { get; } = new(1000);

    /// <summary>The share as a number.</summary>
    /// <param name="share">Cut to between 0 and 1.</param>
    /// <returns>The confidence to the nearest thousandth.</returns>
    public static Confidence Of(double share) => new((int)Math.Round(Math.Clamp(share, 0, 1) * 1000));

    /// <summary>As a share between 0 and 1.</summary>
    public double Share => Permille / 1000.0;

    /// <summary>Orders by how sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether the left is less sure.</returns>
    public static bool operator <(Confidence left, Confidence right) => left.Permille < right.Permille;

    /// <summary>Orders by how sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether the left is surer.</returns>
    public static bool operator >(Confidence left, Confidence right) => left.Permille > right.Permille;

    /// <summary>Orders by how sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether the left is less sure or the same.</returns>
    public static bool operator <=(Confidence left, Confidence right) => left.Permille <= right.Permille;

    /// <summary>Orders by how sure.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>Whether the left is surer or the same.</returns>
    public static bool operator >=(Confidence left, Confidence right) => left.Permille >= right.Permille;

    /// <inheritdoc/>
    public int CompareTo(Confidence other) => Permille.CompareTo(other.Permille);

    /// <summary>Writes the thousandths as an integer.</summary>
    public sealed class Converter : JsonConverter<Confidence>
    {
        /// <inheritdoc/>
        public override Confidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetInt32());

        /// <inheritdoc/>
        public override void Write(Utf8JsonWriter writer, Confidence value, JsonSerializerOptions options)
        {
            ArgumentNullException.ThrowIfNull(writer);
            writer.WriteNumberValue(value.Permille);
        }
    }
}
