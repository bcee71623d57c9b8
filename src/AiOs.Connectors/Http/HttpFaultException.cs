namespace AiOs.Connectors.Http;

/// <summary>An exchange that brought no whole answer.</summary>
internal sealed class HttpFaultException(string message, bool mayHaveLeft, bool mayPass, int? status = null, Exception? cause = null) : Exception(message, cause)
{
    /// <summary>Whether any of the request may have reached the service.</summary>
    public bool MayHaveLeft => mayHaveLeft;

    /// <summary>Whether it may go better later.</summary>
    public bool MayPass => mayPass;

    /// <summary>The status, where the answer began.</summary>
    public int? Status => status;
}
