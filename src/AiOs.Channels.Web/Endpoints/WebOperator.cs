namespace AiOs.Channels.Web.Endpoints;

/// <summary>Who acts here: whoever holds the key is the operator, and there is one.</summary>
internal static class WebOperator
{
    public const string Id = "operator";
}
