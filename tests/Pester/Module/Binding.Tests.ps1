# Pipeline binding of the reading commands: every type that a command emits, live and after a job, is piped into every
# command that reads. New types and commands are tested automatically; a pair that may bind needs a line in $binds.
BeforeDiscovery {
    Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
    Import-TestedModule
    $types = @((Get-Command -Module TrainingApis).OutputType.Type | Where-Object { $_.FullName -like 'TrainingApis.*' } | Sort-Object FullName -Unique) + [TrainingApis.Cegos.SessionPart]
    $reading = Get-Command -Module TrainingApis -Verb Get | Where-Object { $_.Noun -match '^(Cegos|Loop|Resamania|Conference)' -and $_.Parameters.ContainsKey('Connection') -and $_.Parameters.Values.Attributes.ValueFromPipeline -contains $true }
}

Describe 'Binding of the reading commands' {
    BeforeAll {
        Import-Module "$PSScriptRoot/../Support/TestSupport.psm1" -Force
        Import-TestedModule
        $server = Start-SandboxServer '--products', '10', '--sessions', '10'
        Connect-TestCegos $server @{ Scope = 'Catalog', 'Registration' }
        Connect-TestLoop $server
        Connect-TestConference $server
        Connect-TestResamania $server
        $reading = Get-Command -Module TrainingApis -Verb Get | Where-Object { $_.Noun -match '^(Cegos|Loop|Resamania|Conference)' -and $_.Parameters.ContainsKey('Connection') -and $_.Parameters.Values.Attributes.ValueFromPipeline -contains $true }

        # By type: the commands that bind it, and the ID that they request. A lookup requests its list; the ID is that of the error.
        $conference = '/conference/conferences/a-ConferenceId'
        $binds = @{
            Catalog      = @{ 'Get-CegosCatalog' = 'v1/Catalogs 7'; 'Get-CegosCatalogTopic' = 'v1/CatalogTopics 7' }
            CatalogTopic = @{ 'Get-CegosCatalogTopic' = 'v1/CatalogTopics 7'; 'Get-CegosProduct' = 'v1/CatalogTopics 7' }
            Center       = @{ 'Get-CegosCenter' = 'v1/Referentials/centers a-Code' }
            SessionPart  = @{ 'Get-CegosCenter' = 'v1/Referentials/centers a-CenterId' }
            Product      = @{ 'Get-CegosProduct' = 'v1/Products/a-YearlyProductCode a-YearlyProductCode'; 'Get-CegosSession' = 'v1/Sessions?pageNumber=1 ' }
            Session      = @{ 'Get-CegosProduct' = 'v1/Products/a-YearlyProductCodeRaw a-YearlyProductCodeRaw'; 'Get-CegosSession' = 'v1/Sessions/a-YearlySessionCode a-YearlySessionCode' }
            'Conferences.Conference'   = @{ 'Get-Conference' = "$conference a-ConferenceId"; 'Get-ConferenceSession' = "$conference/sessions a-ConferenceId" }
            'Conferences.Session'      = @{
                'Get-Conference' = "$conference a-ConferenceId"; 'Get-ConferenceSession' = "$conference/sessions/a-SessionId a-SessionId"
                'Get-ConferenceRegistration' = "$conference/sessions/a-SessionId/registrations a-SessionId"
            }
            'Conferences.Registration' = @{
                'Get-Conference' = "$conference a-ConferenceId"; 'Get-ConferenceSession' = "$conference/sessions/a-SessionId a-SessionId"
                'Get-ConferenceRegistration' = "$conference/sessions/a-SessionId/registrations/a-RegistrationId a-RegistrationId"
            }
            'Resamania.Club'           = @{ 'Get-ResamaniaClub' = '/resamania/demoapi/clubs/a-Iri a-Iri' }
            'Resamania.Contact'        = @{ 'Get-ResamaniaContact' = '/resamania/demoapi/contacts/a-Iri a-Iri' }
            'Resamania.NetworkNode'    = @{ 'Get-ResamaniaNetworkNode' = '/resamania/demoapi/network_nodes/a-Iri a-Iri' }
            'Resamania.Source'         = @{ 'Get-ResamaniaSource' = '/resamania/demoapi/referentials/sources/a-Iri a-Iri' }
            Deferral     = @{ 'Get-CegosDeferral' = 'v1/Registration/defer/a-TransactionId a-TransactionId' }
        }

        function New-Sample([type] $Type) {
            if ($Type.Name -eq 'Connection') { return Get-TrainingApiConnection -Service Cegos }
            $sample = $Type::new()
            foreach ($property in $Type.GetProperties() | Where-Object CanWrite) {
                $kind = [Nullable]::GetUnderlyingType($property.PropertyType) ?? $property.PropertyType
                if ($kind -eq [string]) { $property.SetValue($sample, "a-$($property.Name)") }
                elseif ($kind -eq [int]) { $property.SetValue($sample, 7) }
                elseif ($kind -eq [datetime]) { $property.SetValue($sample, [datetime]::new(2025, 1, 2)) }
            }
            $sample
        }

        # 'refused', or the requests and their target.
        function Get-Outcome($Thing, [string] $Command) {
            Clear-RequestLog $server
            $null = $Thing | & $Command -ErrorAction SilentlyContinue -ErrorVariable failed
            $sent = Get-RequestLog $server | Select-Object -First 1
            if ($sent) {
                # Loop has the firm in the body, in every request; an unknown e-mail is no error.
                $for = $sent.body -match '"domain":"([^"]*)"' -or $sent.target -match 'email=(.*)' ? $Matches[1] : ($failed | Select-Object -First 1).TargetObject
                return "$($sent.target -replace '^/cegos/(catalog|registration)/') $for"
            }
            $reason = $failed[0].FullyQualifiedErrorId -replace ',.*'
            $reason -in 'InputObjectNotBound', 'InputObjectMissingMandatory', 'ParameterArgumentTransformationError', 'ParameterArgumentValidationError' ? 'refused' : "error $reason"
        }
    }

    AfterAll { Stop-SandboxServer $server }

    It '<_> binds as listed, and to no other command' -ForEach $types {
        $sample = New-Sample $_
        $back = [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($sample, 1))
        $mine = $binds[$_.FullName -replace '^TrainingApis\.(Cegos\.)?'] ?? @{}
        foreach ($thing in $sample, $back) {
            $outcomes = $reading | ForEach-Object { "$($_.Name): $(Get-Outcome $thing $_.Name)" }
            $outcomes | Should -Be ($reading | ForEach-Object { "$($_.Name): $($mine[$_.Name] ?? 'refused')" })
        }
    }

    It '<Name> takes text and whole numbers, singly and in lists, and no <other>' -ForEach @($reading | ForEach-Object { @{ Name = $_.Name; other = 'other thing' } }) {
        if ($Name -eq 'Get-ConferenceRegistration') { Set-ItResult -Skipped -Because 'it needs two more ids on the command line; its own suite pipes text into it' }
        $whole = $Name -in 'Get-CegosCatalog', 'Get-CegosCatalogTopic'
        (Get-Outcome '42' $Name) | Should -Match '42$'
        (Get-Outcome 42 $Name) | Should -Match '42$'
        (Get-Outcome ([long] 42) $Name) | Should -Match '42$'
        if ($Name -ne 'Get-LoopFolder') { (Get-Outcome (, @('42', 43)) $Name) | Should -Match '42$' }
        (Get-Outcome '042' $Name) | Should -Match ($whole ? ' 42$' : ' 042$') -Because 'an id keeps its text'
        Get-Outcome ([datetime]::new(2025, 1, 2)) $Name | Should -Be 'refused'
        Get-Outcome ([guid]::NewGuid()) $Name | Should -Be 'refused'
        Get-Outcome $true $Name | Should -Be 'refused'
        Get-Outcome @{ Id = 42; Code = 42 } $Name | Should -Be 'refused'
        Get-Outcome ([pscustomobject]@{ Other = 42 }) $Name | Should -Be 'refused'
        Get-Outcome (Get-Item $ModulePath) $Name | Should -Be 'refused'
        Get-Outcome '' $Name | Should -Be 'refused'
        Get-Outcome $null $Name | Should -Be 'refused'
        if ($whole) { Get-Outcome '4x' $Name | Should -Be 'refused'; Get-Outcome 2.5 $Name | Should -Be 'refused' }
    }

    It '<Name> binds a row by the name of its ID, and by none of its other parameters' -ForEach @($reading | ForEach-Object { @{ Name = $_.Name } }) {
        $command = Get-Command $Name
        $byName = @($command.Parameters.Values | Where-Object { $_.ParameterSets.Values.ValueFromPipelineByPropertyName -contains $true })
        $byName.Name | Should -Be @(switch ($Name) {
                'Get-CegosCatalog' { 'Id' } 'Get-CegosCatalogTopic' { 'CatalogId' } 'Get-CegosProduct' { 'YearlyProductCode' }
                'Get-CegosSession' { 'YearlySessionCode', 'YearlyProductCode' } 'Get-CegosCenter' { 'Code' } 'Get-CegosDeferral' { 'TransactionId' } 'Get-LoopFolder' { 'Domain' }
                'Get-ResamaniaClub' { 'Id', 'Iri' } 'Get-ResamaniaContact' { 'Email', 'Id', 'Iri' } 'Get-ResamaniaSource' { 'Id', 'Iri' } 'Get-ResamaniaNetworkNode' { 'Id', 'Iri' }
                'Get-Conference' { 'ConferenceId' } 'Get-ConferenceSession' { 'ConferenceId', 'SessionId' } 'Get-ConferenceRegistration' { 'ConferenceId', 'SessionId', 'RegistrationId' }
                default { throw "$Name is new: say here which id it takes." } })
        $row = [pscustomobject]@{ $byName[0].Name = '42'; Hydrate = $true; ThrottleLimit = 0; Tree = $true; Wait = $true; WaitTimeoutSec = -1; Connection = 'Nobody'; First = 0 }
        if ($Name -eq 'Get-ConferenceRegistration') { $row | Add-Member SessionId 42 }
        (Get-Outcome $row $Name) | Should -Match '42$'
        (Get-Outcome $row $Name) | Should -Not -Match 'hydrate'
    }

    It 'continues after a refused object, row by row' {
        Clear-RequestLog $server
        $null = @((New-Sample ([TrainingApis.Cegos.LeadResult])), 'A', (Get-Date), [pscustomobject]@{ Code = 'B' }, [pscustomobject]@{ Code = '' }, 'C') | Get-CegosCenter -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed | ForEach-Object { "$($_.FullyQualifiedErrorId -replace ',.*') $($_.TargetObject -is [string] ? $_.TargetObject : '')".Trim() } | Should -Be @(
            'ParameterArgumentTransformationError', 'NotFound A', 'InputObjectNotBound', 'NotFound B', 'ParameterArgumentValidationError', 'NotFound C')
        @(Get-RequestLog $server) | Should -HaveCount 1
    }

    It 'reports why an object of another type is refused' {
        $null = New-Sample ([TrainingApis.Cegos.CatalogTopic]) | Get-CegosCatalog -ErrorAction SilentlyContinue -ErrorVariable failed
        $failed[0].Exception.Message | Should -Match 'A CatalogTopic is not a Catalog; give a Catalog, text or a number\.'
    }
}
