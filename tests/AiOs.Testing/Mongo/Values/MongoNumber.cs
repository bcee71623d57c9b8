using MongoDB.Bson;

namespace AiOs.Testing.Mongo.Values;

/// <summary>Numbers of four widths: compared by value, and added with the server's rules of widening.</summary>
internal static class MongoNumber
{
    private const double TwoTo63 = 9223372036854775808.0;

    public static bool Is(BsonValue value) => value.BsonType is BsonType.Int32 or BsonType.Int64 or BsonType.Double or BsonType.Decimal128;

    public static double ToDouble(BsonValue value) => value.ToDouble();

    public static int Compare(BsonValue left, BsonValue right)
    {
        if (IsWhole(left) && IsWhole(right))
        {
            return left.ToInt64().CompareTo(right.ToInt64());
        }

        if (IsNaN(left) || IsNaN(right))
        {
            return IsNaN(right).CompareTo(IsNaN(left));
        }

        if (left.BsonType == BsonType.Decimal128 || right.BsonType == BsonType.Decimal128)
        {
            return Decimal128.Compare(left.ToDecimal128(), right.ToDecimal128());
        }

        return (IsWhole(left), IsWhole(right)) switch
        {
            (true, false) => CompareMixed(left.ToInt64(), right.AsDouble),
            (false, true) => -CompareMixed(right.ToInt64(), left.AsDouble),
            _ => left.AsDouble.CompareTo(right.AsDouble) is var order && left.AsDouble == right.AsDouble ? 0 : order,
        };
    }

    public static bool IsNaN(BsonValue value) =>
        (value is BsonDouble number && double.IsNaN(number.Value)) || (value is BsonDecimal128 wide && Decimal128.IsNaN(wide.Value));

    public static bool IsWhole(BsonValue value) => value.BsonType is BsonType.Int32 or BsonType.Int64;

    public static BsonValue Add(BsonValue left, BsonValue right) => Combine(left, right, (a, b) => a + b, (a, b) => a + b, (a, b) => a + b);

    public static BsonValue Subtract(BsonValue left, BsonValue right) => Combine(left, right, (a, b) => a - b, (a, b) => a - b, (a, b) => a - b);

    public static BsonValue Multiply(BsonValue left, BsonValue right) => Combine(left, right, (a, b) => a * b, (a, b) => a * b, (a, b) => a * b);

    /// <summary>A whole number from the caller, such as a limit. A fraction is refused.</summary>
    public static long Whole(BsonValue value, string name)
    {
        if (!Is(value))
        {
            throw MongoFault.TypeMismatch($"Expected field {name} to be a number, but found {TypeNames.Of(value)}");
        }

        return IsWhole(value) || Math.Floor(value.ToDouble()) == value.ToDouble()
            ? value.ToInt64()
            : throw MongoFault.FailedToParse($"Expected an integer: {name}: {value}");
    }

    private static BsonValue Combine(
        BsonValue left,
        BsonValue right,
        Func<Int128, Int128, Int128> whole,
        Func<double, double, double> real,
        Func<decimal, decimal, decimal> wide)
    {
        if (left.BsonType == BsonType.Decimal128 || right.BsonType == BsonType.Decimal128)
        {
            return new BsonDecimal128(wide(left.ToDecimal(), right.ToDecimal()));
        }

        if (!IsWhole(left) || !IsWhole(right))
        {
            return real(left.ToDouble(), right.ToDouble());
        }

        var result = whole(left.ToInt64(), right.ToInt64());
        if (result < long.MinValue || result > long.MaxValue)
        {
            return (double)result;
        }

        var narrow = left.BsonType == BsonType.Int32 && right.BsonType == BsonType.Int32 && result >= int.MinValue && result <= int.MaxValue;
        return narrow ? new BsonInt32((int)result) : new BsonInt64((long)result);
    }

    private static int CompareMixed(long whole, double real)
    {
        if (real >= TwoTo63)
        {
            return -1;
        }

        if (real < -TwoTo63)
        {
            return 1;
        }

        var floor = Math.Floor(real);
        var order = whole.CompareTo((long)floor);
        return order == 0 && real > floor ? -1 : order;
    }
}
