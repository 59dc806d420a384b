# Unexpected exceptions, a wrong route and a response that is too large: each becomes a documented error, and a run loses no result.
Describe 'Defects' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer
        # An API whose clients throw unexpected exceptions: on every read, and on the registration of T-2, with a text that must not be shown.
        if (-not ('DefectTest.BrokenApi' -as [type])) {
            Add-Type -ReferencedAssemblies "$ModulePath/TrainingApis.Abstractions.dll", 'netstandard', 'System.Runtime', 'System.Threading', 'System.Collections', 'System.Runtime.Extensions' -TypeDefinition @'
using System; using System.Collections.Generic; using System.Threading; using System.Threading.Tasks; using TrainingApis; using TrainingApis.Cegos;
namespace DefectTest {
    public sealed class BrokenApi : ICegosApi, ICegosRegistrationClient, ICegosCatalogClient {
        public ApiService Service => ApiService.Cegos; public string Name => "Broken"; public Uri BaseUri => new("https://broken.example.com/");
        public string Account => "a"; public string Authentication => "none"; public string Identity => "broken"; public DateTimeOffset? TokenExpires => null; public bool IsOpen => true;
        public Task AuthenticateAsync(IApiObserver o, CancellationToken c) => Task.CompletedTask;
        public Task PingAsync(IApiObserver o, CancellationToken c) => throw new IndexOutOfRangeException("planted words");
        public Task<RawResponse> SendAsync(RawRequest r, IApiObserver o, CancellationToken c) => throw new IndexOutOfRangeException("planted words");
        public ICegosCatalogClient Catalog(IApiObserver o) => this;
        public Task<IReadOnlyList<Catalog>> GetCatalogsAsync(CancellationToken c) => throw new NotSupportedException();
        public Task<IReadOnlyList<CatalogTopic>> GetTopicsAsync(CancellationToken c) => throw new NotSupportedException();
        public IAsyncEnumerable<Page<Product>> GetProductsAsync(PageRequest r, bool h, CancellationToken c) => throw new NotSupportedException();
        public Task<Product> GetProductAsync(string y, bool h, CancellationToken c) => throw new IndexOutOfRangeException("planted words");
        public IAsyncEnumerable<Page<Session>> GetSessionsAsync(PageRequest r, bool h, CancellationToken c) => throw new NotSupportedException();
        public Task<Session> GetSessionAsync(string y, bool h, CancellationToken c) => throw new NotSupportedException();
        public Task<IReadOnlyList<Center>> GetCentersAsync(CancellationToken c) => throw new NotSupportedException();
        public ICegosRegistrationClient Registrations(IApiObserver o) => this;
        public Task<LeadResult> CreateLeadAsync(NewLead l, CancellationToken c) => throw new TaskCanceledException("planted words");
        public async Task<RegistrationResult> RegisterAsync(NewRegistration r, CancellationToken c) {
            await Task.Delay(20); if (r.TraineeCrmId == "T-2") throw new IndexOutOfRangeException("planted words");
            return new RegistrationResult { RegistrationNumber = "INS-" + r.TraineeCrmId, TraineeCrmId = r.TraineeCrmId }; }
        public Task<CancellationResult> CancelAsync(RegistrationCancellation r, CancellationToken c) => throw new NotSupportedException();
        public Task<Deferral> DeferAsync(RegistrationDeferral d, CancellationToken c) => throw new NotSupportedException();
        public Task<Deferral> GetDeferralAsync(string t, CancellationToken c) => throw new NotSupportedException();
        public Task<Deferral> WaitForDeferralAsync(string t, TimeSpan w, SemaphoreSlim s, CancellationToken c) => throw new NotSupportedException();
        public void Dispose() { }
    }
}
'@
        }
        $broken = [Activator]::CreateInstance([TrainingApis.Connection], [Reflection.BindingFlags] 'Instance, NonPublic', $null, @([DefectTest.BrokenApi]::new()), $null)
        $rows = 1..3 | ForEach-Object { [pscustomobject]@{ ManagerCrmId = 'M-1'; TraineeCrmId = "T-$_"; SessionId = 'SES001' } }
        function Get-Ids($Failed) { @($Failed | ForEach-Object { $_.FullyQualifiedErrorId.Split(',')[0] }) }
    }

    AfterAll { Stop-SandboxServer $server }

    It 'of a read are InternalError, one for each item, with type and place and without the exception''s text' {
        Get-CegosProduct 'a', 'b' -Connection $broken -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-Ids $failed | Should -Be 'InternalError', 'InternalError'
        $failed.TargetObject | Should -Be 'a', 'b'
        $failed[0].Exception.Message | Should -Match 'IndexOutOfRangeException in BrokenApi\.GetProductAsync'
        ($failed | Format-List * -Force | Out-String) + ($failed | ForEach-Object { $_.Exception.ToString() }) | Should -Not -Match 'planted words'
        { Invoke-TrainingApiRequest -Connection $broken v1/x -ErrorAction Stop } | Should -Throw -ErrorId 'InternalError,*'
    }

    It 'of a change are in doubt, in the journal too, and the other rows are emitted: -ThrottleLimit <_>' -ForEach 1, 3 {
        $journal = Join-Path $TestDrive "$_.jsonl"
        $results = $rows | New-CegosRegistration -Connection $broken -Journal $journal -ThrottleLimit $_ -ErrorAction SilentlyContinue -ErrorVariable failed
        $results.RegistrationNumber | Should -Be 'INS-T-1', 'INS-T-3'
        Get-Ids $failed | Should -Be 'InDoubt'
        $failed[0].TargetObject | Should -Be $rows[1]
        $failed[0].Exception.Message | Should -Not -Match 'planted words'
        @((Get-TrainingJournal $journal).State | ForEach-Object ToString | Sort-Object) | Should -Be 'InDoubt', 'Succeeded', 'Succeeded'
        $null = $rows | New-CegosRegistration -Connection $broken -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-Ids $failed | Should -Be 'InDoubt' -Because 'it is so without a journal'
    }

    It 'that look like a cancellation without a request to cancel are in doubt too' {
        New-CegosLead -Connection $broken -Civility Mr -Emailing no -LastName a -FirstName b -Email a@example.com -ErrorAction SilentlyContinue -ErrorVariable failed
        Get-Ids $failed | Should -Be 'InDoubt'
    }

    Context 'A wrong route' {
        It 'is named in the recommended action if the connection has that route' {
            $told = Connect-TestCegos $server @{ Name = 'told'; PassThru = $true; Route = @{ Topics = 'GET v1/Nowhere' } }
            Get-CegosCatalogTopic -Connection $told -ErrorAction SilentlyContinue -ErrorVariable failed
            Get-Ids $failed | Should -Be 'NotFound'
            $failed[0].Exception.Route | Should -BeExactly 'GET v1/Nowhere'
            $failed[0].ErrorDetails.RecommendedAction | Should -BeExactly 'Check the -Route of the connection, which is GET v1/Nowhere.'
            Get-CegosProduct nothing -Connection $told -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].ErrorDetails.RecommendedAction | Should -BeNullOrEmpty -Because 'that call goes as documented'
        }

        It 'is named for a change, with the parameters of the route' {
            $told = Connect-TestConference $server @{ Name = 'told'; PassThru = $true; Route = @{ UpdateRegistration = 'PATCH nowhere/{id}' } }
            Set-ConferenceRegistration -Connection $told -ConferenceId 1201 -SessionId 40001 -RegistrationId 700001 -Seats 1 -ErrorAction SilentlyContinue -ErrorVariable failed
            $failed[0].ErrorDetails.RecommendedAction | Should -BeLike '*which is PATCH nowhere/{id}.'
        }
    }

    Context 'A response that is too large' {
        It 'is refused by a limit that can be raised, which the error names' {
            $small = Connect-TestCegos $server @{ Name = 'small'; PassThru = $true; MaximumResponseBytes = 16KB }
            Get-CegosProduct -First 100 -Connection $small -ErrorAction SilentlyContinue -ErrorVariable failed | Should -BeNullOrEmpty
            Get-Ids $failed | Should -Be 'UnexpectedResponse'
            $failed[0].Exception.Message | Should -Match 'larger than 16384 bytes.*-MaximumResponseBytes'
            $large = Connect-TestCegos $server @{ Name = 'large'; PassThru = $true; MaximumResponseBytes = 4MB }
            Get-CegosProduct -First 100 -Connection $large | Should -HaveCount 100
        }

        It 'leaves a change in doubt, which was sent once' {
            $small = Connect-TestCegos $server @{ Name = 'small'; PassThru = $true; MaximumResponseBytes = 16KB }
            Set-Fault $server @{ match = @{ path = 'Registration$' }; times = -1; fault = @{ kind = 'huge'; bytes = 64KB; act = $true } }
            Clear-RequestLog $server
            $rows[0] | New-CegosRegistration -Connection $small -ErrorAction SilentlyContinue -ErrorVariable failed
            Get-Ids $failed | Should -Be 'InDoubt'
            @(Get-RequestLog $server '*/Registration') | Should -HaveCount 1
        }

        It 'has a limit within bounds: <_>' -ForEach 0, 1023, 2000000001 {
            { Connect-TestCegos $server @{ MaximumResponseBytes = $_ } } | Should -Throw -ErrorId 'ParameterArgumentValidationError,*'
        }
    }
}
