using System.Buffers.Binary;
using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Search;

/// <summary>A vector as a document holds it: an array of numbers, or a binary vector of float32 or int8.</summary>
internal static class StoredVector
{
    private const byte Subtype = 9;
    private const byte Int8 = 0x03;
    private const byte Float32 = 0x27;

    /// <summary>Null when the value is no vector.</summary>
    public static double[]? Read(BsonValue? value) => value switch
    {
        BsonArray { Count: > 0 } array when array.All(Values.MongoNumber.Is) => [.. array.Select(number => number.ToDouble())],
        BsonBinaryData binary when (byte)binary.SubType == Subtype && binary.Bytes.Length > 2 => Unpack(binary.Bytes),
        _ => null,
    };

    /// <summary>The score as Atlas gives it: from 0 to 1.</summary>
    public static double Score(string similarity, double[] one, double[] other) => similarity switch
    {
        "dotProduct" => (1 + Dot(one, other)) / 2,
        "cosine" => (1 + (Dot(one, other) / Math.Sqrt(Dot(one, one) * Dot(other, other)))) / 2,
        _ => throw Values.MongoFault.NotServed($"the similarity {similarity}"),
    };

    private static double[]? Unpack(byte[] bytes) => bytes[0] switch
    {
        Float32 => [.. Enumerable.Range(0, (bytes.Length - 2) / 4).Select(at => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(2 + (at * 4))))],
        Int8 => [.. bytes.Skip(2).Select(one => (double)(sbyte)one)],
        _ => null,
    };

    private static double Dot(double[] one, double[] other)
    {
        var sum = 0.0;
        for (var at = 0; at < one.Length; at++)
        {
            sum += one[at] * other[at];
        }

        return sum;
    }
}
