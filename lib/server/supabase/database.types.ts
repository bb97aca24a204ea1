// Written by `npm run types` from the migrations; do not edit.

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  __InternalSupabase: { PostgrestVersion: '12' }
  public: {
    Tables: {
      addresses: {
        Row: {
          house_number: string
          id: number
          location: unknown
          place: string | null
          postcode: string | null
          ref: string
          source_key: string
          street: string | null
        }
        Insert: {
          house_number: string
          id?: never
          location: unknown
          place?: string | null
          postcode?: string | null
          ref: string
          source_key: string
          street?: string | null
        }
        Update: {
          house_number?: string
          id?: never
          location?: unknown
          place?: string | null
          postcode?: string | null
          ref?: string
          source_key?: string
          street?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'addresses_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      areas: {
        Row: {
          created_at: string
          id: string
          is_shared: boolean
          name: string
          outline: unknown
          owner_id: string | null
          updated_at: string
          version: number
        }
        Insert: {
          created_at?: string
          id?: string
          is_shared?: boolean
          name: string
          outline: unknown
          owner_id?: string | null
          updated_at?: string
          version?: number
        }
        Update: {
          created_at?: string
          id?: string
          is_shared?: boolean
          name?: string
          outline?: unknown
          owner_id?: string | null
          updated_at?: string
          version?: number
        }
        Relationships: []
      }
      business_disciplines: {
        Row: {
          business_id: string
          discipline_code: string
          role: string
        }
        Insert: {
          business_id: string
          discipline_code: string
          role: string
        }
        Update: {
          business_id?: string
          discipline_code?: string
          role?: string
        }
        Relationships: [
          {
            foreignKeyName: 'business_disciplines_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'business_disciplines_discipline_code_fkey'
            columns: ['discipline_code']
            isOneToOne: false
            referencedRelation: 'disciplines'
            referencedColumns: ['code']
          },
        ]
      }
      business_wz_codes: {
        Row: {
          business_id: string
          code: string
          scheme: string
          version: string
        }
        Insert: {
          business_id: string
          code: string
          scheme?: string
          version: string
        }
        Update: {
          business_id?: string
          code?: string
          scheme?: string
          version?: string
        }
        Relationships: [
          {
            foreignKeyName: 'business_wz_codes_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
        ]
      }
      businesses: {
        Row: {
          address: string | null
          blur_bearing_degrees: number | null
          blur_distance_meters: number | null
          confirmed_by: string | null
          confirmed_on: string | null
          created_at: string
          disclosure: string
          district_id: number | null
          id: string
          location: unknown | null
          name: string
          public_address: string | null
          public_district_id: number | null
          public_location: unknown | null
          services: string[]
          slug: string
          source_key: string
          status: string
          summary: string
          updated_at: string
          verified: boolean
          website: string | null
        }
        Insert: {
          address?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          id?: string
          location?: unknown | null
          name: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          services?: string[]
          slug: string
          source_key: string
          status?: string
          summary?: string
          updated_at?: string
          verified?: boolean
          website?: string | null
        }
        Update: {
          address?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          id?: string
          location?: unknown | null
          name?: string
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          services?: string[]
          slug?: string
          source_key?: string
          status?: string
          summary?: string
          updated_at?: string
          verified?: boolean
          website?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'businesses_district_id_fkey'
            columns: ['district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'businesses_public_district_id_fkey'
            columns: ['public_district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'businesses_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      context_places: {
        Row: {
          id: number
          kind: string
          location: unknown
          name: string | null
          ref: string
          source_key: string
        }
        Insert: {
          id?: never
          kind: string
          location: unknown
          name?: string | null
          ref: string
          source_key: string
        }
        Update: {
          id?: never
          kind?: string
          location?: unknown
          name?: string | null
          ref?: string
          source_key?: string
        }
        Relationships: [
          {
            foreignKeyName: 'context_places_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      disciplines: {
        Row: {
          code: string
          official_de: string
          position: number
          sector: string
          short_de: string
          short_en: string
        }
        Insert: {
          code: string
          official_de: string
          position: number
          sector: string
          short_de: string
          short_en: string
        }
        Update: {
          code?: string
          official_de?: string
          position?: number
          sector?: string
          short_de?: string
          short_en?: string
        }
        Relationships: []
      }
      districts: {
        Row: {
          boundary: unknown
          id: number
          is_demonstration: boolean
          name: string
          source_key: string | null
        }
        Insert: {
          boundary: unknown
          id?: never
          is_demonstration?: boolean
          name: string
          source_key?: string | null
        }
        Update: {
          boundary?: unknown
          id?: never
          is_demonstration?: boolean
          name?: string
          source_key?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'districts_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      import_runs: {
        Row: {
          counts: Json
          file_name: string
          finished_at: string | null
          id: string
          profile: string
          source_key: string
          started_at: string
        }
        Insert: {
          counts?: Json
          file_name: string
          finished_at?: string | null
          id?: string
          profile: string
          source_key: string
          started_at?: string
        }
        Update: {
          counts?: Json
          file_name?: string
          finished_at?: string | null
          id?: string
          profile?: string
          source_key?: string
          started_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'import_runs_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      photos: {
        Row: {
          alt_text: string
          author: string
          business_id: string | null
          created_at: string
          height_pixels: number
          id: string
          left_out_at: string | null
          license: string | null
          position: number
          proposal_id: string | null
          space_id: string | null
          width_pixels: number
        }
        Insert: {
          alt_text?: string
          author?: string
          business_id?: string | null
          created_at?: string
          height_pixels: number
          id: string
          left_out_at?: string | null
          license?: string | null
          position?: number
          proposal_id?: string | null
          space_id?: string | null
          width_pixels: number
        }
        Update: {
          alt_text?: string
          author?: string
          business_id?: string | null
          created_at?: string
          height_pixels?: number
          id?: string
          left_out_at?: string | null
          license?: string | null
          position?: number
          proposal_id?: string | null
          space_id?: string | null
          width_pixels?: number
        }
        Relationships: [
          {
            foreignKeyName: 'photos_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'photos_proposal_id_fkey'
            columns: ['proposal_id']
            isOneToOne: false
            referencedRelation: 'proposals'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'photos_space_id_fkey'
            columns: ['space_id']
            isOneToOne: false
            referencedRelation: 'spaces'
            referencedColumns: ['id']
          },
        ]
      }
      profiles: {
        Row: {
          created_at: string
          role: string
          user_id: string
        }
        Insert: {
          created_at?: string
          role?: string
          user_id: string
        }
        Update: {
          created_at?: string
          role?: string
          user_id?: string
        }
        Relationships: []
      }
      proposals: {
        Row: {
          answer: string
          answered_at: string | null
          awaits_confirmation: boolean
          business_id: string | null
          created_at: string
          decided_by: string | null
          id: string
          kind: string
          locale: string
          location: unknown | null
          note: string
          payload: Json
          proposer_id: string | null
          question: string
          reference: string
          revision: number
          space_id: string | null
          state: string
          token_hash: string
          type: string
          updated_at: string
        }
        Insert: {
          answer?: string
          answered_at?: string | null
          awaits_confirmation?: boolean
          business_id?: string | null
          created_at?: string
          decided_by?: string | null
          id?: string
          kind: string
          locale?: string
          location?: unknown | null
          note?: string
          payload: Json
          proposer_id?: string | null
          question?: string
          reference: string
          revision?: number
          space_id?: string | null
          state?: string
          token_hash: string
          type: string
          updated_at?: string
        }
        Update: {
          answer?: string
          answered_at?: string | null
          awaits_confirmation?: boolean
          business_id?: string | null
          created_at?: string
          decided_by?: string | null
          id?: string
          kind?: string
          locale?: string
          location?: unknown | null
          note?: string
          payload?: Json
          proposer_id?: string | null
          question?: string
          reference?: string
          revision?: number
          space_id?: string | null
          state?: string
          token_hash?: string
          type?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'proposals_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'proposals_space_id_fkey'
            columns: ['space_id']
            isOneToOne: false
            referencedRelation: 'spaces'
            referencedColumns: ['id']
          },
        ]
      }
      publication: {
        Row: {
          changed_at: string
          demonstration: boolean
          only_row: boolean
          version: number
        }
        Insert: {
          changed_at?: string
          demonstration?: boolean
          only_row?: boolean
          version: number
        }
        Update: {
          changed_at?: string
          demonstration?: boolean
          only_row?: boolean
          version?: number
        }
        Relationships: []
      }
      source_records: {
        Row: {
          business_id: string | null
          hash: string
          kind: string
          last_imported: Json | null
          outcome: string
          ref: string
          review: boolean
          seen_at: string
          source_key: string
          space_id: string | null
        }
        Insert: {
          business_id?: string | null
          hash: string
          kind: string
          last_imported?: Json | null
          outcome?: string
          ref: string
          review?: boolean
          seen_at?: string
          source_key: string
          space_id?: string | null
        }
        Update: {
          business_id?: string | null
          hash?: string
          kind?: string
          last_imported?: Json | null
          outcome?: string
          ref?: string
          review?: boolean
          seen_at?: string
          source_key?: string
          space_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'source_records_business_id_fkey'
            columns: ['business_id']
            isOneToOne: false
            referencedRelation: 'businesses'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'source_records_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
          {
            foreignKeyName: 'source_records_space_id_fkey'
            columns: ['space_id']
            isOneToOne: false
            referencedRelation: 'spaces'
            referencedColumns: ['id']
          },
        ]
      }
      sources: {
        Row: {
          attribution: string
          is_demonstration: boolean
          key: string
          license: string
          license_url: string | null
          retrieved_on: string | null
          title: string
        }
        Insert: {
          attribution?: string
          is_demonstration?: boolean
          key: string
          license: string
          license_url?: string | null
          retrieved_on?: string | null
          title: string
        }
        Update: {
          attribution?: string
          is_demonstration?: boolean
          key?: string
          license?: string
          license_url?: string | null
          retrieved_on?: string | null
          title?: string
        }
        Relationships: []
      }
      space_states: {
        Row: {
          id: number
          noted_at: string
          since: string
          space_id: string
          state: string
        }
        Insert: {
          id?: never
          noted_at?: string
          since?: string
          space_id: string
          state: string
        }
        Update: {
          id?: never
          noted_at?: string
          since?: string
          space_id?: string
          state?: string
        }
        Relationships: [
          {
            foreignKeyName: 'space_states_space_id_fkey'
            columns: ['space_id']
            isOneToOne: false
            referencedRelation: 'spaces'
            referencedColumns: ['id']
          },
        ]
      }
      spaces: {
        Row: {
          address: string | null
          area_square_meters: number | null
          available_from: string | null
          available_until: string | null
          blur_bearing_degrees: number | null
          blur_distance_meters: number | null
          ceiling_height_meters: number | null
          certainty: number | null
          confirmed_by: string | null
          confirmed_on: string | null
          created_at: string
          disclosure: string
          district_id: number | null
          floor: string | null
          former_use: string | null
          heating: boolean | null
          id: string
          internet: boolean | null
          loading_access: boolean | null
          location: unknown | null
          longest_term_months: number | null
          name: string
          noise_allowed: boolean | null
          permitted_use: string | null
          power: boolean | null
          public_address: string | null
          public_district_id: number | null
          public_location: unknown | null
          rent_class: string | null
          services: string[]
          shortest_term_months: number | null
          slug: string
          source_key: string
          state: string
          status: string
          step_free: boolean | null
          street_windows: boolean | null
          summary: string
          updated_at: string
          use: string
          vacant_since: string | null
          vacant_since_precision: string | null
          water: boolean | null
          website: string | null
        }
        Insert: {
          address?: string | null
          area_square_meters?: number | null
          available_from?: string | null
          available_until?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          ceiling_height_meters?: number | null
          certainty?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          floor?: string | null
          former_use?: string | null
          heating?: boolean | null
          id?: string
          internet?: boolean | null
          loading_access?: boolean | null
          location?: unknown | null
          longest_term_months?: number | null
          name: string
          noise_allowed?: boolean | null
          permitted_use?: string | null
          power?: boolean | null
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          rent_class?: string | null
          services?: string[]
          shortest_term_months?: number | null
          slug: string
          source_key: string
          state?: string
          status?: string
          step_free?: boolean | null
          street_windows?: boolean | null
          summary?: string
          updated_at?: string
          use?: string
          vacant_since?: string | null
          vacant_since_precision?: string | null
          water?: boolean | null
          website?: string | null
        }
        Update: {
          address?: string | null
          area_square_meters?: number | null
          available_from?: string | null
          available_until?: string | null
          blur_bearing_degrees?: number | null
          blur_distance_meters?: number | null
          ceiling_height_meters?: number | null
          certainty?: number | null
          confirmed_by?: string | null
          confirmed_on?: string | null
          created_at?: string
          disclosure?: string
          district_id?: number | null
          floor?: string | null
          former_use?: string | null
          heating?: boolean | null
          id?: string
          internet?: boolean | null
          loading_access?: boolean | null
          location?: unknown | null
          longest_term_months?: number | null
          name?: string
          noise_allowed?: boolean | null
          permitted_use?: string | null
          power?: boolean | null
          public_address?: string | null
          public_district_id?: number | null
          public_location?: unknown | null
          rent_class?: string | null
          services?: string[]
          shortest_term_months?: number | null
          slug?: string
          source_key?: string
          state?: string
          status?: string
          step_free?: boolean | null
          street_windows?: boolean | null
          summary?: string
          updated_at?: string
          use?: string
          vacant_since?: string | null
          vacant_since_precision?: string | null
          water?: boolean | null
          website?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'spaces_district_id_fkey'
            columns: ['district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'spaces_public_district_id_fkey'
            columns: ['public_district_id']
            isOneToOne: false
            referencedRelation: 'districts'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'spaces_source_key_fkey'
            columns: ['source_key']
            isOneToOne: false
            referencedRelation: 'sources'
            referencedColumns: ['key']
          },
        ]
      }
      wz_codes: {
        Row: {
          code: string
          discipline_code: string
          is_partial: boolean
          is_primary: boolean
          scheme: string
          title: string
          version: string
        }
        Insert: {
          code: string
          discipline_code: string
          is_partial: boolean
          is_primary: boolean
          scheme?: string
          title: string
          version: string
        }
        Update: {
          code?: string
          discipline_code?: string
          is_partial?: boolean
          is_primary?: boolean
          scheme?: string
          title?: string
          version?: string
        }
        Relationships: [
          {
            foreignKeyName: 'wz_codes_discipline_code_fkey'
            columns: ['discipline_code']
            isOneToOne: false
            referencedRelation: 'disciplines'
            referencedColumns: ['code']
          },
        ]
      }
    }
    Views: {
      address_places: {
        Row: {
          id: number | null
          lat: number | null
          lng: number | null
          lot: number | null
        }
        Relationships: []
      }
      address_points: {
        Row: {
          house_number: string | null
          id: number | null
          lat: number | null
          lng: number | null
          place: string | null
          postcode: string | null
          street: string | null
        }
        Relationships: []
      }
      address_streets: {
        Row: {
          id: number | null
          lat: number | null
          lng: number | null
          place: string | null
          postcodes: string | null
          street: string | null
        }
        Relationships: []
      }
      context_points: {
        Row: {
          id: number | null
          kind: string | null
          lat: number | null
          lng: number | null
          name: string | null
        }
        Relationships: []
      }
      district_outlines: {
        Row: {
          boundary: Json | null
          id: number | null
          is_demonstration: boolean | null
          name: string | null
        }
        Relationships: []
      }
      entries: {
        Row: {
          address: string | null
          area_square_meters: number | null
          attribution: string | null
          available_from: string | null
          confirmed_by: string | null
          confirmed_on: string | null
          disciplines: string[] | null
          disclosure: string | null
          district: string | null
          id: string | null
          kind: string | null
          lat: number | null
          license: string | null
          license_url: string | null
          lng: number | null
          name: string | null
          rent_class: string | null
          services: string[] | null
          slug: string | null
          source: string | null
          source_key: string | null
          state: string | null
          step_free: boolean | null
          summary: string | null
          use: string | null
          website: string | null
        }
        Relationships: []
      }
      saved_areas: {
        Row: {
          created_at: string | null
          id: string | null
          is_own: boolean | null
          is_shared: boolean | null
          name: string | null
          outline: Json | null
          updated_at: string | null
          version: number | null
        }
        Relationships: []
      }
      space_steps: {
        Row: {
          district: string | null
          id: number | null
          lat: number | null
          lng: number | null
          since: string | null
          space_id: string | null
          state: string | null
          step_free: boolean | null
        }
        Relationships: []
      }
    }
    Functions: {
      admin_audit: {
        Args: {
          before_id: number
          most: number
        }
        Returns: {
          id: number
          at: string
          actor: string
          actor_role: string
          action: string
          object_type: string
          object_id: string
          changes: string
        }[]
      }
      admin_outbox: {
        Args: {
          most: number
        }
        Returns: {
          id: string
          recipient: string
          locale: string
          template: string
          data: string
          state: string
          attempts: number
          created_at: string
          sent_at: string
          last_fault: string
        }[]
      }
      admin_people: {
        Args: never
        Returns: {
          user_id: string
          email: string
          role: string
          created_at: string
        }[]
      }
      admin_set_role: {
        Args: {
          person: string
          new_role: string
        }
        Returns: string
      }
      challenge_spend: {
        Args: {
          challenge: string
          expires: string
        }
        Returns: boolean
      }
      confirmation_answer: {
        Args: {
          token: string
          is_vacant: boolean
        }
        Returns: string
      }
      confirmation_ask: {
        Args: {
          space: string
          token: string
          path: string
        }
        Returns: boolean
      }
      confirmation_read: {
        Args: {
          token: string
        }
        Returns: {
          slug: string
          space: string
          state: string
        }[]
      }
      confirmations_due: {
        Args: {
          months: number
          most: number
        }
        Returns: string[]
      }
      delete_me: {
        Args: never
        Returns: boolean
      }
      demonstration_code: {
        Args: {
          person_role: string
        }
        Returns: {
          email: string
          code: string
        }[]
      }
      end_demonstration: {
        Args: never
        Returns: undefined
      }
      entry_departure: {
        Args: {
          asked_slug: string
        }
        Returns: string
      }
      entry_successor: {
        Args: {
          asked_slug: string
        }
        Returns: string
      }
      geocode_addresses: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_addresses: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_batch: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_begin: {
        Args: {
          payload: string
        }
        Returns: undefined
      }
      import_context: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_districts: {
        Args: {
          payload: string
        }
        Returns: Json
      }
      import_job_begin: {
        Args: {
          payload: string
        }
        Returns: string
      }
      import_job_finish: {
        Args: {
          payload: string
        }
        Returns: boolean
      }
      import_job_open: {
        Args: {
          payload: string
        }
        Returns: string
      }
      import_job_read: {
        Args: {
          job: string
          person: string
        }
        Returns: string
      }
      import_job_renew: {
        Args: {
          job: string
          run: string
          lease_seconds: number
        }
        Returns: boolean
      }
      import_job_store: {
        Args: {
          job: string
          parts: number
        }
        Returns: boolean
      }
      import_jobs_expired: {
        Args: {
          most: number
        }
        Returns: {
          id: string
        }[]
      }
      import_jobs_remove: {
        Args: {
          ids: string
        }
        Returns: undefined
      }
      interest_confirm: {
        Args: {
          interest: string
          payload: string
        }
        Returns: string
      }
      interest_read: {
        Args: {
          interest: string
        }
        Returns: {
          slug: string
          space: string
          name: string
          message: string
        }[]
      }
      interest_reply: {
        Args: {
          interest: string
          words: string
        }
        Returns: boolean
      }
      interest_submit: {
        Args: {
          payload: string
        }
        Returns: boolean
      }
      my_data: {
        Args: never
        Returns: string
      }
      my_entries: {
        Args: never
        Returns: {
          kind: string
          slug: string
          name: string
          status: string
          state: string
          confirmed_on: string
          proposed: boolean
          offered: boolean
          created_at: string
        }[]
      }
      outbox_add: {
        Args: {
          mail_recipient: string
          mail_locale: string
          mail_template: string
          mail_data: string
        }
        Returns: string
      }
      outbox_close: {
        Args: {
          mail: string
          fault: string
        }
        Returns: undefined
      }
      outbox_take: {
        Args: {
          most: number
        }
        Returns: {
          id: string
          message_id: string
          recipient: string
          locale: string
          template: string
          data: string
          attempts: number
        }[]
      }
      photos_expired: {
        Args: {
          most: number
        }
        Returns: string[]
      }
      promise_role: {
        Args: {
          address: string
          new_role: string
        }
        Returns: string
      }
      proposal_add_photo: {
        Args: {
          wanted: string
          token: string
          photo: string
          most: number
        }
        Returns: string
      }
      proposal_confirm: {
        Args: {
          token: string
        }
        Returns: string
      }
      proposal_photos: {
        Args: {
          wanted: string
          token: string
        }
        Returns: {
          id: string
          author: string
          license: string
          alt_text: string
          width_pixels: number
          height_pixels: number
        }[]
      }
      proposal_read: {
        Args: {
          wanted: string
          token: string
        }
        Returns: {
          reference: string
          type: string
          kind: string
          state: string
          awaits_confirmation: boolean
          answer: string
          question: string
          created_at: string
          answered_at: string
          entry_slug: string
          revision: number
        }[]
      }
      proposal_reply: {
        Args: {
          wanted: string
          token: string
          words: string
        }
        Returns: boolean
      }
      proposal_submit: {
        Args: {
          payload: string
        }
        Returns: {
          outcome: string
          reference: string
        }[]
      }
      proposal_take: {
        Args: {
          payload: string
        }
        Returns: {
          outcome: string
          reference: string
          wait_seconds: number
        }[]
      }
      proposal_withdraw: {
        Args: {
          wanted: string
          token: string
        }
        Returns: boolean
      }
      purge_expired: {
        Args: never
        Returns: {
          contacts: number
          mails: number
          tokens: number
        }[]
      }
      purge_interests: {
        Args: never
        Returns: number
      }
      purge_offerers: {
        Args: never
        Returns: number
      }
      rate_take: {
        Args: {
          bucket: string
          most: number
          window_seconds: number
        }
        Returns: number
      }
      seed_demonstration: {
        Args: {
          payload: string
        }
        Returns: undefined
      }
      staff_candidates: {
        Args: {
          after_created: string
          after_slug: string
          most: number
        }
        Returns: {
          kind: string
          slug: string
          name: string
          source_key: string
          lng: number
          lat: number
          created_at: string
        }[]
      }
      staff_contact: {
        Args: {
          wanted: string
        }
        Returns: {
          name: string
          email: string
          confirmed_at: string
        }[]
      }
      staff_counts: {
        Args: never
        Returns: {
          proposals: number
          candidates: number
        }[]
      }
      staff_decide: {
        Args: {
          payload: string
        }
        Returns: {
          outcome: string
          state: string
          decided_by: string
          entry_slug: string
        }[]
      }
      staff_entries: {
        Args: {
          words: string
          most: number
        }
        Returns: {
          kind: string
          slug: string
          name: string
          status: string
          address: string
          updated_at: string
        }[]
      }
      staff_entry: {
        Args: {
          wanted: string
        }
        Returns: {
          kind: string
          id: string
          entry: string
        }[]
      }
      staff_history: {
        Args: {
          entry_kind: string
          wanted: string
        }
        Returns: {
          at: string
          actor: string
          before: string
          after: string
        }[]
      }
      staff_import_runs: {
        Args: {
          before: string
          most: number
        }
        Returns: {
          id: string
          source_key: string
          profile: string
          file_name: string
          started_at: string
          finished_at: string
          counts: string
        }[]
      }
      staff_may_see_photo: {
        Args: {
          photo: string
        }
        Returns: boolean
      }
      staff_merge: {
        Args: {
          payload: string
        }
        Returns: boolean
      }
      staff_nearby: {
        Args: {
          lng: number
          lat: number
          most: number
        }
        Returns: {
          kind: string
          slug: string
          name: string
          status: string
          address: string
          meters: number
          entry_lng: number
          entry_lat: number
        }[]
      }
      staff_offerer: {
        Args: {
          wanted: string
        }
        Returns: {
          name: string
          email: string
          locale: string
          asked_at: string
        }[]
      }
      staff_photo_add: {
        Args: {
          payload: string
        }
        Returns: string
      }
      staff_photo_save: {
        Args: {
          payload: string
        }
        Returns: boolean
      }
      staff_photos: {
        Args: {
          wanted: string
        }
        Returns: {
          id: string
          author: string
          license: string
          alt_text: string
          width_pixels: number
          height_pixels: number
          left_out: boolean
        }[]
      }
      staff_proposal: {
        Args: {
          wanted: string
        }
        Returns: {
          reference: string
          type: string
          kind: string
          state: string
          revision: number
          payload: string
          note: string
          question: string
          answer: string
          locale: string
          lng: number
          lat: number
          entry_slug: string
          entry_name: string
          has_contact: boolean
          created_at: string
          updated_at: string
          decided_by: string
        }[]
      }
      staff_proposals: {
        Args: {
          wanted_state: string
          after_created: string
          after_reference: string
          most: number
        }
        Returns: {
          reference: string
          type: string
          kind: string
          state: string
          revision: number
          payload: string
          note: string
          question: string
          answer: string
          locale: string
          lng: number
          lat: number
          entry_slug: string
          entry_name: string
          has_contact: boolean
          created_at: string
          updated_at: string
          decided_by: string
        }[]
      }
      staff_save_entry: {
        Args: {
          payload: string
        }
        Returns: {
          outcome: string
          slug: string
        }[]
      }
      staff_set_offerer: {
        Args: {
          payload: string
        }
        Returns: boolean
      }
      staff_source_differences: {
        Args: {
          wanted: string
        }
        Returns: {
          source_key: string
          last_imported: string
        }[]
      }
    }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }
}
