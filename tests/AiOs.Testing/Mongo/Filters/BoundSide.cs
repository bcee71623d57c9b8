namespace AiOs.Testing.Mongo.Filters;

/// <summary>Which way a bound cuts; a cut includes the value itself.</summary>
internal enum BoundSide
{
    Equal,
    AtLeast,
    AtMost,
}
